// Numbers and strings in few bytes, and a reader that no damaged input leads out of bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark {

// Seven bits a byte, low bits first (LEB128); at most ten bytes.
void append_varint(std::string& out, std::uint64_t value);
// Small magnitudes of either sign take few bytes (zigzag).
void append_signed(std::string& out, std::int64_t value);
// Length and bytes.
void append_string(std::string& out, std::string_view bytes);

// Reads what the functions above wrote. What cannot be read fails for good: from
// then on every call returns zero or nothing, so one check at the end suffices.
class PackedReader {
 public:
  explicit PackedReader(std::string_view packed) : rest_(packed) {}

  std::uint64_t varint();
  std::uint32_t varint32();  // fails above 2^32 - 1
  std::int64_t signed_varint();
  std::uint8_t byte();
  std::string_view bytes(std::size_t count);
  std::string_view string();
  // A number of elements that follow, of at least one byte each: fails where they cannot fit, so
  // that memory may be reserved for them.
  std::size_t count();

  void fail();
  [[nodiscard]] bool failed() const noexcept { return failed_; }
  // Everything was read, and nothing is left.
  [[nodiscard]] bool complete() const noexcept { return !failed_ && rest_.empty(); }
  [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace pressmark
