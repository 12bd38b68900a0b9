// What went wrong with a request, as programs read it (RFC 9457).
#pragma once

#include <string>

#include "common/base/error.h"
#include "present/status.h"

namespace pressmark {

struct HttpProblem {
  int status = 500;
  std::string code;         // stable; from present/status.h
  std::string detail;       // one sentence
  std::string hint;         // may be empty
  std::string parameter{};  // whose value is wrong; empty if none is
};

// `parameter` names it where the fault is bad_parameter.
[[nodiscard]] HttpProblem http_problem(RequestFault fault, std::string detail, std::string hint = {},
                                       std::string parameter = {});
[[nodiscard]] HttpProblem http_problem(Error const& error);

// The body of application/problem+json, on one line.
[[nodiscard]] std::string problem_json(HttpProblem const& problem);

}  // namespace pressmark
