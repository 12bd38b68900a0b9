// Errors as Meilisearch's API reports them.
#pragma once

#include <string>
#include <string_view>

#include "common/base/result.h"
#include "present/json/problem.h"

namespace pressmark {

// What is wrong with a request; `code` is one of that API's.
struct MeilisearchFault {
  std::string code;
  std::string message;
  friend bool operator==(MeilisearchFault const&, MeilisearchFault const&) = default;
};

template <typename T>
using MeilisearchResult = tl::expected<T, MeilisearchFault>;

// The problem, in that API's words.
[[nodiscard]] MeilisearchFault fault_of(HttpProblem const& problem);

[[nodiscard]] int http_status(MeilisearchFault const& fault);

// {"message", "code", "type", "link"}.
[[nodiscard]] std::string error_answer(MeilisearchFault const& fault);

}  // namespace pressmark
