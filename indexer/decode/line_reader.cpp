#include "indexer/decode/line_reader.h"

#include <algorithm>

namespace pressmark {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

}  // namespace

LineReader::LineReader(ByteStream& bytes, std::size_t max_line_bytes)
    : bytes_(bytes), max_line_bytes_(max_line_bytes), buffer_(kBlockBytes) {}

bool LineReader::next() {
  line_.clear();
  is_too_long_ = false;
  bool has_line = false;
  while (!rest_.empty() || fill()) {
    has_line = true;
    auto const end = rest_.find('\n');
    append(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end, rest_.size() - 1) + 1);
    if (end != std::string_view::npos) break;
  }
  if (has_line) ++number_;
  return has_line;
}

bool LineReader::fill() {
  rest_ = {buffer_.data(), bytes_.read(buffer_)};
  return !rest_.empty();
}

void LineReader::append(std::string_view piece) {
  is_too_long_ = is_too_long_ || line_.size() + piece.size() > max_line_bytes_;
  if (is_too_long_) {
    line_.clear();
  } else {
    line_ += piece;
  }
}

}  // namespace pressmark
