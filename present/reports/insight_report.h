// What readers searched, for the author of what they search in.
#pragma once

#include <string>

#include "operations/query_insight.h"

namespace pressmark {

// A line on the whole, then each list under its heading, if it has queries. Ends with a newline.
[[nodiscard]] std::string insight_text(QueryInsight const& insight);

// One object over several lines, without a newline at its end.
[[nodiscard]] std::string insight_json(QueryInsight const& insight);

}  // namespace pressmark
