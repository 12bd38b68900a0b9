// robots.txt: any text is read, and what it says about a URL does not hang on the order of its rules.
#include <algorithm>
#include <string>
#include <string_view>

#include "fuzz/fuzz_target.h"
#include "indexer/fetch/robots.h"

using namespace pressmark;

// The first line of the input is the target, the others are the robots.txt.
int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const input(reinterpret_cast<char const*>(data), size);
  auto const line_end = std::min(input.find('\n'), input.size());
  auto const url = "https://example.org" + std::string(input.substr(0, line_end));
  auto robots = parse_robots(input.substr(line_end), "Pressmark");
  bool const is_allowed = robots.allow(url);
  std::reverse(robots.rules.begin(), robots.rules.end());
  require(robots.allow(url) == is_allowed, "rules in another order say the same");
  return 0;
}
