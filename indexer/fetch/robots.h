// What a robots.txt lets us fetch (RFC 9309).
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// The bytes of a robots.txt that are read. RFC 9309 §2.5 asks for no fewer.
inline constexpr std::size_t kRobotsBytes = std::size_t{500} << 10;

struct RobotsRule {
  std::string pattern;  // percent-encoded in one way; '*' matches anything, a '$' at its end for the end
  bool allows = false;
};

// The rules for one product. Without any, everything is allowed.
struct Robots {
  std::vector<RobotsRule> rules;
  std::chrono::seconds crawl_delay{0};  // asked for between requests; not of the RFC, but widely written

  // True if the path and query of `url` may be fetched: the longest pattern that fits decides, of two
  // of a length the one that allows (§2.2.2). /robots.txt itself always may.
  [[nodiscard]] bool allow(std::string_view url) const;
};

// Reads the groups for `product`, without regard to case, or if there are none those for "*"
// (§2.2.1). Never fails: a line that is no rule is passed over, and so is what follows the first
// kRobotsBytes of `text`.
[[nodiscard]] Robots parse_robots(std::string_view text, std::string_view product);

}  // namespace pressmark
