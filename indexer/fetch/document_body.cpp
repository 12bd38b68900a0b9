// Unpacking to the end, so that whoever gets the stream can rely on it.
#include "indexer/fetch/document_body.h"

#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/limits.h"
#include "indexer/source/file_stream.h"
#include "indexer/source/gunzip_stream.h"

namespace pressmark {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

SpoolFile unpack(std::unique_ptr<ByteStream> packed, std::string const& name, std::size_t max_bytes,
                 std::function<void()> const& between_pieces) {
  InputLimits limits;
  limits.source_bytes = max_bytes;
  GunzipStream stream(std::move(packed), name, limits);
  SpoolFile unpacked;
  std::vector<char> piece(kPieceBytes);
  while (auto const count = stream.read(piece)) {
    unpacked.append({piece.data(), count});
    between_pieces();
  }
  // What was sent whole and is cut off all the same may be whole the next time.
  if (auto const problems = stream.problems(); !problems.empty()) {
    throw Error(ErrorCode::bad_source, problems.front().what);
  }
  return unpacked;
}

}  // namespace

std::unique_ptr<ByteStream> open_body(SpoolFile body, std::string const& name, std::size_t max_bytes,
                                      std::function<void()> const& between_pieces) {
  auto const open = [&](SpoolFile&& file) {
    return std::make_unique<FileStream>(std::move(file).release(), name, max_bytes);
  };
  if (body.size() == 0) return nullptr;
  auto stream = open(std::move(body));
  if (!is_gzip(*stream)) return stream;
  auto unpacked = unpack(std::move(stream), name, max_bytes, between_pieces);
  return unpacked.size() == 0 ? nullptr : open(std::move(unpacked));
}

}  // namespace pressmark
