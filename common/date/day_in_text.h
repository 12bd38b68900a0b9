// Days as people write them in running text: "5 April 2018", "April 5, 2018", "5. April 2018", "05.04.2018".
#pragma once

#include <optional>
#include <string_view>

#include "common/base/time.h"

namespace pressmark {

// The first day named in `text`, at midnight UTC. Months may be named as date_names.h has them. Numbers with
// dots or dashes stand day first, as in "05.04.2018", or year first; with slashes, the order must follow from
// the numbers themselves or from `language` (a BCP 47 tag, may be empty): "05/04/2018" in English, where both
// orders are in use, is no date. Only days of 1990 to 2100 count.
[[nodiscard]] std::optional<Timestamp> find_day_in_text(std::string_view text, std::string_view language);

// The day in an address that has one as "/2018/04/05/" or "/2018-04-05-".
[[nodiscard]] std::optional<Timestamp> day_in_url(std::string_view url);

}  // namespace pressmark
