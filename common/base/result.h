// Outcomes of work that may fail without ending the batch it belongs to.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace pressmark {

// One thing wrong with one piece of input. `where` locates it for a person ("feed.xml:120",
// "item 7 (https://…)") and may be empty.
struct Problem {
  std::string what;
  std::string where;
};

// A value, or the problem that prevented it. A bad post is a Result, not an Error.
template <typename T>
using Result = tl::expected<T, Problem>;

using tl::unexpected;

}  // namespace pressmark
