// Progress as one line of text.
#pragma once

#include <chrono>
#include <string>

#include "common/base/progress.h"

namespace pressmark {

// "indexing: 1,200 of 7,243 posts, 810 a second, 8 s left", "fetching: 12 documents, 3.4 MB, 2 a second";
// what is not known yet is left out.
[[nodiscard]] std::string progress_text(Progress const& progress, std::chrono::milliseconds elapsed);

}  // namespace pressmark
