// One function for each kind of filter, and one that reads periods.
#include "searcher/query/query_filters.h"

#include <algorithm>
#include <array>

#include "common/date/date_range.h"
#include "common/text/fold.h"

namespace pressmark {
namespace {

constexpr std::array<std::string_view, 10> kFilterNames{"category", "tag",    "author", "site", "lang",
                                                        "date",     "before", "after",  "from", "to"};

NameFilter* name_filter(std::string_view name, Filters& filters) {
  if (name == "category" || name == "tag") return &filters.categories;
  if (name == "author") return &filters.authors;
  if (name == "site") return &filters.sites;
  if (name == "lang") return &filters.languages;
  return nullptr;
}

void narrow(Filters& filters, Period const& period) {
  if (period.since) filters.since = std::max(filters.since.value_or(*period.since), *period.since);
  if (period.until) filters.until = std::min(filters.until.value_or(*period.until), *period.until);
}

}  // namespace

bool is_filter(std::string_view name) {
  return std::find(kFilterNames.begin(), kFilterNames.end(), name) != kFilterNames.end();
}

Result<Period> parse_period(std::string_view text, Timestamp now) {
  auto const dots = text.find("..");
  if (dots == std::string_view::npos) {
    return parse_date_range(text, now).map(
        [](DateRange const& range) { return Period{.since = range.first, .until = range.last}; });
  }
  Period period;
  auto const first = text.substr(0, dots);
  auto const last = text.substr(dots + 2);
  if (first.empty() && last.empty()) return unexpected(Problem{"'..' needs a date on one side", ""});
  if (!first.empty()) {
    auto const range = parse_date_range(first, now);
    if (!range) return unexpected(range.error());
    period.since = range->first;
  }
  if (!last.empty()) {
    auto const range = parse_date_range(last, now);
    if (!range) return unexpected(range.error());
    period.until = range->last;
  }
  return period;
}

std::optional<std::string> apply_filter(std::string_view name, std::string_view value, bool excluded,
                                        Timestamp now, Filters& filters) {
  if (auto* const names = name_filter(name, filters)) {
    if (name_key(value).empty()) return "the name after '" + std::string(name) + ":' has no letters";
    (excluded ? names->excluded : names->wanted).emplace_back(value);
    return std::nullopt;
  }
  if (excluded) return "a date cannot be excluded";
  auto const period = parse_period(value, now);
  if (!period) return "'" + std::string(value) + "' is not a date; it was searched as a word";
  if (name == "before" || name == "to")
    narrow(filters, {.since = std::nullopt, .until = period->until});
  else if (name == "after" || name == "from")
    narrow(filters, {.since = period->since, .until = std::nullopt});
  else
    narrow(filters, *period);
  return std::nullopt;
}

}  // namespace pressmark
