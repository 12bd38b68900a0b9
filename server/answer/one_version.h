// Answers that read the index more than once, from one version of it.
#pragma once

#include <utility>

#include "common/base/error.h"
#include "searcher/searcher.h"

namespace pressmark {

// What `read()` gives when nothing is published while it reads; it is called again if something
// was. Throws what it throws, and Error{internal} where the index changes faster than it is read.
template <typename Read>
[[nodiscard]] auto read_one_version(Searcher& searcher, Read&& read) {
  constexpr int kMaxAttempts = 5;
  for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
    auto const version = searcher.state().version;
    auto answer = read();
    if (searcher.state().version == version) return answer;
  }
  throw Error(ErrorCode::internal, "the index changes faster than it can be read");
}

}  // namespace pressmark
