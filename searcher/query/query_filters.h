// The filters of the query box: names and dates that narrow a search.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/date/date_range.h"
#include "searcher/query/query.h"

namespace pressmark {

// True for the folded names of filters: category, tag, author, site, lang, date, before, after,
// from, to.
[[nodiscard]] bool is_filter(std::string_view name);

// Adds the filter `name` (is_filter()) with `value` to `filters`; `excluded` turns a name filter
// round. Returns what is wrong with the value, nothing if all is well; `filters` is then as before.
[[nodiscard]] std::optional<std::string> apply_filter(std::string_view name, std::string_view value,
                                                      bool excluded, Timestamp now, Filters& filters);

// A period as users write it: a date (parse_date_range) or two with ".." between, either of which
// may be missing.
struct Period {
  std::optional<Timestamp> since;
  std::optional<Timestamp> until;
};
[[nodiscard]] Result<Period> parse_period(std::string_view text, Timestamp now);

}  // namespace pressmark
