// Documents as slices of a file.
#include "operations/intake/document_spool.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace pressmark {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

class Slice final : public ByteStream {
 public:
  Slice(SpoolFile const& file, std::size_t begin, std::size_t bytes)
      : file_(file), begin_(begin), bytes_(bytes) {}

  std::size_t read(std::span<char> buffer) override {
    auto const count =
        file_.read_at(begin_ + offset_, buffer.first(std::min(buffer.size(), bytes_ - offset_)));
    offset_ += count;
    return count;
  }

  void rewind() override { offset_ = 0; }

 private:
  SpoolFile const& file_;
  std::size_t begin_;
  std::size_t bytes_;
  std::size_t offset_ = 0;
};

}  // namespace

void DocumentSpool::add(std::string url, std::string charset, ByteStream& body) {
  if (!file_) file_ = std::make_unique<SpoolFile>();
  SpooledDocument document{std::move(url), std::move(charset), file_->size(), 0};
  std::vector<char> buffer(kChunkBytes);
  while (auto const count = body.read(buffer)) file_->append({buffer.data(), count});
  document.bytes = file_->size() - document.begin;
  end_ = file_->size();
  documents_.push_back(std::move(document));
}

std::unique_ptr<ByteStream> DocumentSpool::open(SpooledDocument const& document) const {
  return std::make_unique<Slice>(*file_, document.begin, document.bytes);
}

}  // namespace pressmark
