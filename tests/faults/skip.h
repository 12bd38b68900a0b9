// Leaving out a test where the machine does not offer what it needs, so that CTest shows it as skipped.
#pragma once

#include <string>

namespace pressmark {

// What the test program exits with if a test was skipped and none failed.
inline constexpr int kExitSkipped = 77;

// Prints why; the test returns after it.
void skip(std::string const& reason);

[[nodiscard]] bool was_anything_skipped();

}  // namespace pressmark
