// A source that gives its bytes in pieces of a chosen size, so that every border is met.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "common/base/byte_stream.h"

namespace pressmark {

class DribblingStream final : public ByteStream {
 public:
  DribblingStream(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}

  std::size_t read(std::span<char> buffer) override {
    return bytes_.read(buffer.first(std::min(buffer.size(), piece_)));
  }

  void rewind() override { bytes_.rewind(); }

 private:
  MemoryStream bytes_;
  std::size_t piece_;
};

// All of `stream`, read with a buffer of `piece` bytes.
[[nodiscard]] inline std::string read_all(ByteStream& stream, std::size_t piece = 4096) {
  std::string text;
  std::string buffer(piece, '\0');
  while (auto const count = stream.read(buffer)) text.append(buffer, 0, count);
  return text;
}

}  // namespace pressmark
