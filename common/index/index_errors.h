// The seam where Xapian's exceptions become ours. Xapian::Error is not a std::exception.
#pragma once

#include <utility>
#include <xapian.h>

#include "common/base/error.h"

namespace pressmark {

// The Error for a Xapian exception, with what the user can do about it.
[[nodiscard]] Error index_error(Xapian::Error const& error);

// Runs `operation` and rethrows any Xapian::Error as Error.
template <typename Operation>
auto with_index_errors(Operation&& operation) -> decltype(operation()) {
  try {
    return std::forward<Operation>(operation)();
  } catch (Xapian::Error const& error) {
    throw index_error(error);
  }
}

}  // namespace pressmark
