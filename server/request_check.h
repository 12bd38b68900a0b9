// Refusing requests that two readers could understand differently, or that are too large.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "server/request.h"
#include "present/problem.h"

namespace pressmark {

inline constexpr std::size_t kMaxTargetBytes = 8'000;
inline constexpr std::size_t kMaxHeaderBytes = 16'000;  // of all names and values

// What is wrong with `request`, if anything. After such a request the connection has to be closed:
// where the next one begins is uncertain (request smuggling, RFC 9112 §11.2). No request may have a
// body; Transfer-Encoding, a second Content-Length or Host, and names that are no tokens are
// refused.
[[nodiscard]] std::optional<HttpProblem> find_fault(Request const& request);

}  // namespace pressmark
