// Conditions to Xapian's query tree.
#pragma once

#include <xapian.h>

#include "searcher/query/condition.h"

namespace pressmark {

// The posts that meet `condition`, without weight; an empty query if none can. Recurses as deep as
// the condition goes.
[[nodiscard]] Xapian::Query compile_condition(Condition const& condition);

}  // namespace pressmark
