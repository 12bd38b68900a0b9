// What the status of a response means for the document that was asked for (RFC 9110 §15).
#pragma once

#include <optional>

#include "common/base/error.h"
#include "indexer/fetch/fetch.h"

namespace pressmark {

struct StatusOutcome {
  FetchOutcome outcome = FetchOutcome::failed;
  std::optional<Error> why;  // unless fresh or not modified
};

// Whether a request asked for any version, or for one other than a version that is known (RFC 9110 §13.1).
enum class RequestKind { plain, conditional };

[[nodiscard]] StatusOutcome outcome_of(int status, RequestKind request);

// True if another try could bring another status.
[[nodiscard]] bool may_pass(int status);

}  // namespace pressmark
