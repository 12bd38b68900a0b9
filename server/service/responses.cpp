#include "server/service/responses.h"

#include <memory>
#include <utility>

#include "server/service/answer_headers.h"

namespace pressmark {
namespace {

// By the client and those between: of answers to POST none is (RFC 9110 §9.3.3).
bool may_be_kept(PendingRequest const& pending, CachedAnswer const& answer) {
  return is_whole(answer) && pending.request.method != "POST";
}

}  // namespace

Response problem_at(PendingRequest const& pending, HttpProblem const& problem) {
  return problem_response(problem, pending.route, *pending.settings);
}

Response retry_later(PendingRequest const& pending, RequestFault fault, std::string const& what,
                     std::chrono::seconds wait) {
  auto response = problem_at(pending, http_problem(fault, what));
  response.headers.push_back({"Retry-After", std::to_string(wait.count())});
  return response;
}

Response plain_response(std::string_view content_type, std::string body) {
  return {.status = 200,
          .headers = {{"Content-Type", std::string(content_type)}},
          .body = std::make_shared<std::string const>(std::move(body))};
}

// The response where the client has the answer already.
std::optional<Response> not_modified(Request const& request, std::string const& tag) {
  if (request.method == "POST") return std::nullopt;
  if (!matches_tag(request.header_list("If-None-Match"), tag)) return std::nullopt;
  Response response;
  response.status = 304;
  add_cache_headers(response, tag);
  return response;
}

// What depends on this program and its settings alone.
Response lasting_response(PendingRequest const& pending, std::string body) {
  auto const& route = *pending.route;
  auto const tag = entity_tag(route, route.path, pending.now, *pending.settings);
  if (auto unchanged = not_modified(pending.request, tag)) return std::move(*unchanged);
  auto response = plain_response(route.content_type, std::move(body));
  add_cache_headers(response, tag);
  return response;
}

Response answer_response(PendingRequest const& pending, CachedAnswer const& answer,
                         std::chrono::duration<double> taken) {
  auto const tag = entity_tag(*pending.route, answer.version, pending.now, *pending.settings);
  if (auto unchanged = not_modified(pending.request, tag); unchanged && is_whole(answer)) {
    return std::move(*unchanged);
  }
  Response response{.status = answer.status,
                    .headers = {{"Content-Type", std::string(pending.route->content_type)}},
                    .body = answer.body};
  if (answer.is_packed) response.headers.push_back({"Content-Encoding", "gzip"});
  if (may_be_kept(pending, answer)) {
    add_cache_headers(response, tag);
  } else {
    response.headers.push_back({"Cache-Control", "no-store"});
  }
  auto const& stages = answer.facts.stages;
  response.headers.push_back(stages ? server_timing(*stages) : server_timing_of_kept(taken));
  return response;
}

}  // namespace pressmark
