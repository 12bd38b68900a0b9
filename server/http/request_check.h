// Refusing requests that two readers could understand differently, or that are too large.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "present/json/problem.h"
#include "server/http/request.h"

namespace pressmark {

inline constexpr std::size_t kMaxTargetBytes = 8'000;
inline constexpr std::size_t kMaxHeaderBytes = 16'000;  // of all names and values

inline constexpr std::size_t kMaxBodyBytes = std::size_t{64} << 10;

enum class BodyRule {
  none,      // no request may have a body
  required,  // a POST has to say how long its body is
};

// What is wrong with `request`, if anything. After such a request the connection has to be closed:
// where the next one begins is uncertain (request smuggling, RFC 9112 §11.2). Bodies have at most
// kMaxBodyBytes; Transfer-Encoding, a second Content-Length or Host, names that are no tokens, control
// characters, and lines that do not end as they should are rejected.
[[nodiscard]] std::optional<HttpProblem> find_fault(Request const& request, BodyRule rule = BodyRule::none);

// The length of the body that `request` announces, if it is one to be read: given once, in digits, and
// not too large.
[[nodiscard]] std::optional<std::size_t> readable_body_bytes(Request const& request);

}  // namespace pressmark
