// Builds problem reports from errors and faults.
#include "present/json/problem.h"

#include <utility>

#include "present/json/json.h"

namespace pressmark {

HttpProblem http_problem(RequestFault fault, std::string detail, std::string hint, std::string parameter) {
  auto const status = status_of(fault);
  return {status.http, std::string(status.name), std::move(detail), std::move(hint), std::move(parameter)};
}

HttpProblem http_problem(Error const& error) {
  auto const status = status_of(error.code());
  return {status.http, std::string(status.name), error.what(), error.hint()};
}

std::string problem_json(HttpProblem const& problem) {
  Json object = {{"type", "about:blank"},
                 {"title", http_title(problem.status)},
                 {"status", problem.status},
                 {"code", problem.code},
                 {"detail", problem.detail}};
  if (!problem.hint.empty()) object["hint"] = problem.hint;
  if (!problem.parameter.empty()) object["parameter"] = problem.parameter;
  return json_text(object);
}

}  // namespace pressmark
