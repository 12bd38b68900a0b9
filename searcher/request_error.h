// What is wrong with a request that makes no sense.
#pragma once

#include <string>

#include "common/base/error.h"

namespace pressmark {

// Error{usage} for `member` of a request, "since" or "until", whose `value` parse_date_range() does not
// read.
[[nodiscard]] Error unreadable_date(std::string const& member, std::string const& value);

}  // namespace pressmark
