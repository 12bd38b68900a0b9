// Whether an answer keeps the contract, whatever the index holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kept_connection.h"
#include "request_mix.h"

namespace pressmark {

// What an answer says of the index it was made from.
struct AnswerOrigin {
  std::string version;  // empty if it says none
  std::optional<int> edition;
};

// Throws std::runtime_error that says what is wrong: the status, the form of the body, a version
// that its ETag does not have, or parts of two editions.
[[nodiscard]] AnswerOrigin check_answer(LoadRequest const& request, HttpAnswer const& answer);

// The elements that a page does not close, or closes without having opened them; empty if none.
[[nodiscard]] std::string unbalanced_elements(std::string_view page);

}  // namespace pressmark
