// Text line by line, in memory that one line bounds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_stream.h"

namespace pressmark {

class LineReader {
 public:
  // Lines longer than `max_line_bytes` are never held in memory whole. `bytes` must outlive the
  // reader.
  LineReader(ByteStream& bytes, std::size_t max_line_bytes);

  // Goes on to the next line; false at the end.
  bool next();

  [[nodiscard]] std::string const& line() const { return line_; }  // without its end; empty if too long
  [[nodiscard]] bool is_too_long() const { return is_too_long_; }
  [[nodiscard]] std::size_t number() const { return number_; }  // from 1

 private:
  bool fill();
  void append(std::string_view piece);

  ByteStream& bytes_;
  std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::string_view rest_;  // of the buffer
  std::string line_;
  bool is_too_long_ = false;
  std::size_t number_ = 0;
};

}  // namespace pressmark
