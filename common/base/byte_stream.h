// Bytes read one piece after the other, wherever they come from.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace pressmark {

// A source that is never whole in memory. Not thread-safe.
class ByteStream {
 public:
  ByteStream() = default;
  virtual ~ByteStream() = default;
  ByteStream(ByteStream const&) = delete;
  ByteStream& operator=(ByteStream const&) = delete;

  // Fills the front of `buffer`, which is not empty, and returns how many bytes; 0 at the end
  // only. Throws Error if the source cannot be read or passes a limit.
  virtual std::size_t read(std::span<char> buffer) = 0;

  // Starts again at the first byte.
  virtual void rewind() = 0;

  // What was wrong with the bytes so far that did not keep them from being read.
  [[nodiscard]] virtual std::vector<Problem> problems() const { return {}; }
};

// Bytes in memory, which must outlive the stream.
class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes), rest_(bytes) {}

  std::size_t read(std::span<char> buffer) override {
    auto const count = rest_.copy(buffer.data(), buffer.size());
    rest_.remove_prefix(count);
    return count;
  }

  void rewind() override { rest_ = bytes_; }

 private:
  std::string_view bytes_;
  std::string_view rest_;
};

// What `bytes` has next: at most `max_bytes`, by default as many as are enough to recognise a format, or
// all there are.
[[nodiscard]] std::string head_of(ByteStream& bytes, std::size_t max_bytes = std::size_t{64} << 10);

}  // namespace pressmark
