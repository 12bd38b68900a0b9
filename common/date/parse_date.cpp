// Reading the dates of feeds, in whatever of their formats they are.
#include "common/date/parse_date.h"

#include <algorithm>
#include <optional>

#include "common/date/date_names.h"
#include "common/date/numeric_date.h"
#include "common/date/written_date.h"
#include "common/strings/ascii.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

constexpr std::size_t kLongestDate = 80;  // bytes; more is no date but text

std::optional<Timestamp> read_date(std::string_view text) {
  auto const first = text.substr(0, text.find_first_of(", "));
  auto const weekday = weekday_named(first);
  if (weekday) {
    auto const rest = text.substr(std::min(text.find_first_not_of(", ", first.size()), text.size()));
    if (auto const time = parse_numeric_date(rest, weekday)) return time;
    if (auto const time = parse_written_date(rest)) return time;
  } else if (auto const time = parse_numeric_date(text, std::nullopt)) {
    return time;
  }
  return parse_written_date(text);  // with the first word: "Mar." is March, and Tuesday in French
}

}  // namespace

Result<Timestamp> parse_date(std::string_view text) {
  auto const date = collapse_whitespace(text.substr(0, kLongestDate + 1));
  if (date.empty()) return unexpected(Problem{"the date is empty", {}});
  if (date.size() <= kLongestDate) {
    if (auto const time = read_date(date)) return *time;
  }
  return unexpected(Problem{"\"" + valid_utf8(date) + "\" is not a date that can be read", {}});
}

}  // namespace pressmark
