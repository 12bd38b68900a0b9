// Where the parts of a request's head stand in memory, which tells how it was sent.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace pressmark {

// Follows a request's head through the memory in which libmicrohttpd cuts it into parts. It takes a
// bare LF for the end of a line, a NUL for that of a value, a folded line for part of a name, and a
// line without a name for the last; the parts then are not where RFC 9112 §2.2 has them follow each
// other. Another version may lay them out otherwise: require_reliable_framing() finds out.
class HeadLayout {
 public:
  static constexpr std::ptrdiff_t kSpace = 1;
  static constexpr std::ptrdiff_t kLineEnd = 2;

  // `head_bytes` from the begin of `method` on are the head, the empty line at its end included.
  HeadLayout(std::string_view method, std::size_t head_bytes)
      : head_end_(method.data() + head_bytes), end_(method.data() + method.size()) {}

  // The next part, so far after the end of the one before.
  void add(std::ptrdiff_t distance, char const* begin, char const* end) {
    is_as_sent_ = is_as_sent_ && begin == end_ + distance;
    end_ = end;
  }
  // Asked after the last part: two ends of lines are left of the head, over which the library has put
  // zeros.
  [[nodiscard]] bool is_as_sent() const {
    return is_as_sent_ && head_end_ - end_ == 2 * kLineEnd &&
           std::all_of(end_, head_end_, [](char c) { return c == '\0'; });
  }

 private:
  char const* head_end_;
  char const* end_;
  bool is_as_sent_ = true;
};

}  // namespace pressmark
