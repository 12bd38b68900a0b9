// Reading robots.txt group by group, and matching paths against its patterns.
#include "indexer/fetch/robots.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/strings/ascii.h"
#include "common/strings/number_text.h"
#include "common/url/percent_encoding.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kAnyProduct = "*";

std::string_view cut(std::string_view text) {
  text = text.substr(0, kRobotsBytes);
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text;
}

// RFC 9309 §2.2.2: escapes of what needs none are undone, and bytes beyond ASCII are escaped, so that
// two spellings of a path are equal.
std::string normalised(std::string_view path) {
  std::string result;
  while (!path.empty()) {
    auto const escaped = escaped_byte(path);
    auto const byte = escaped.value_or(static_cast<unsigned char>(path.front()));
    path.remove_prefix(escaped ? kPercentEscapeBytes : 1);
    if (escaped ? kUnreserved.has(static_cast<char>(byte)) : byte < 0x80) {
      result += static_cast<char>(byte);
    } else {
      append_escape(result, byte);
    }
  }
  return result;
}

// True if `pattern` fits `path` from its first byte. Goes back to the last '*' only, which is enough:
// what an earlier one could take, the last one can take too.
bool fits(std::string_view pattern, std::string_view path) {
  bool const is_whole = pattern.ends_with('$');
  if (is_whole) pattern.remove_suffix(1);
  std::optional<std::pair<std::size_t, std::size_t>> last_star;  // the place after it, and what it has taken
  std::size_t p = 0;
  std::size_t i = 0;
  while (true) {
    if (p < pattern.size() && pattern[p] == '*') {
      last_star = {++p, i};
    } else if (p == pattern.size() && (!is_whole || i == path.size())) {
      return true;
    } else if (p < pattern.size() && i < path.size() && pattern[p] == path[i]) {
      ++p, ++i;
    } else if (last_star && last_star->second < path.size()) {
      p = last_star->first;
      i = ++last_star->second;
    } else {
      return false;
    }
  }
}

// Collects the rules of the groups for one product and of those for all, side by side.
class RobotsReader {
 public:
  explicit RobotsReader(std::string_view product) : product_(product) {}

  void read_line(std::string_view line) {
    line = line.substr(0, line.find('#'));
    auto const colon = line.find(':');
    if (colon == std::string_view::npos) return;
    auto const name = lower(trim(line.substr(0, colon)));
    auto const value = trim(line.substr(colon + 1));
    if (name == "user-agent") return open_group(value);
    if (name == "allow" || name == "disallow") return add_rule(value, name == "allow");
    if (name == "crawl-delay") set_crawl_delay(value);
  }

  [[nodiscard]] Robots result() && { return std::move(has_own_ ? own_ : common_); }

 private:
  // User-agent lines in a row open one group for all of them.
  void open_group(std::string_view agent) {
    if (!std::exchange(is_opening_, true)) is_own_ = is_common_ = false;
    // Some write a version, or a comment, after the product.
    auto const token = agent.substr(0, agent.find_first_of("/ \t"));
    if (token == kAnyProduct) is_common_ = true;
    if (equal_ignoring_case(token, product_)) is_own_ = has_own_ = true;
  }

  // An empty pattern is no rule: "Disallow:" forbids nothing.
  void add_rule(std::string_view pattern, bool allows) {
    is_opening_ = false;
    if (pattern.empty()) return;
    for_groups([&](Robots& robots) { robots.rules.push_back({normalised(pattern), allows}); });
  }

  void set_crawl_delay(std::string_view value) {
    is_opening_ = false;
    constexpr double kDay = 86'400;
    auto const seconds = leading_number<double>(value).value_or(0);
    if (!(seconds > 0) || seconds > kDay) return;
    auto const delay = std::chrono::ceil<std::chrono::seconds>(std::chrono::duration<double>(seconds));
    for_groups([&](Robots& robots) { robots.crawl_delay = std::max(robots.crawl_delay, delay); });
  }

  template <typename Change>
  void for_groups(Change change) {
    if (is_own_) change(own_);
    if (is_common_) change(common_);
  }

  std::string_view product_;
  Robots own_;
  Robots common_;
  bool has_own_ = false;
  bool is_own_ = false;  // the present group is for our product
  bool is_common_ = false;
  bool is_opening_ = false;
};

}  // namespace

bool Robots::allow(std::string_view url_text) const {
  auto const url = split_url(url_text);
  auto path = url.path.empty() ? "/" : url.path;
  if (path == "/robots.txt") return true;
  if (url.has_query) path += "?" + url.query;
  path = normalised(path);
  RobotsRule const* deciding = nullptr;
  for (auto const& rule : rules) {
    if (!fits(rule.pattern, path)) continue;
    bool const is_longer = deciding == nullptr || rule.pattern.size() > deciding->pattern.size();
    if (is_longer || (rule.allows && rule.pattern.size() == deciding->pattern.size())) deciding = &rule;
  }
  return deciding == nullptr || deciding->allows;
}

Robots parse_robots(std::string_view text, std::string_view product) {
  RobotsReader reader(product);
  for (auto const line : split(cut(text), "\r\n")) reader.read_line(line);
  return std::move(reader).result();
}

}  // namespace pressmark
