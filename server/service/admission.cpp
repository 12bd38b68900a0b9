// Rejects by the request's form, its route and its client.
#include "server/service/admission.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/strings/ascii.h"
#include "server/http/request_check.h"
#include "server/service/responses.h"

namespace pressmark {
namespace {

ClientLimiter limiter_of(ServiceSettings const& settings) {
  return {settings.server.client_rate, settings.server.client_burst};
}

}  // namespace

std::optional<Response> reject_unfit(PendingRequest const& pending) {
  auto const& request = pending.request;
  bool const may_post = pending.route != nullptr && pending.route->methods != Methods::read;
  if (auto const fault = find_fault(request, may_post ? BodyRule::required : BodyRule::none)) {
    auto response = problem_at(pending, *fault);
    response.close_connection = true;
    return response;
  }
  if (pending.route == nullptr) {
    return problem_at(pending, http_problem(RequestFault::not_found, "there is nothing at this address"));
  }
  auto const methods = allowed_methods(*pending.route);
  auto const known = split(methods, ", ");
  if (std::ranges::find(known, request.method) != known.end()) return std::nullopt;
  auto response = problem_at(
      pending, http_problem(RequestFault::method_not_allowed, "this address knows " + std::string(methods)));
  response.headers.push_back({"Allow", std::string(methods)});
  return response;
}

ClientAdmission::ClientAdmission(SharedSettings settings)
    : settings_(std::move(settings)), limiter_(limiter_of(*settings_)) {}

std::optional<Response> ClientAdmission::reject(PendingRequest& pending) {
  if (pending.settings != settings_) {
    settings_ = pending.settings;
    limiter_ = limiter_of(*settings_);
  }
  auto const& request = pending.request;
  pending.client =
      find_client(request.peer, request.header_list("X-Forwarded-For"), pending.settings->trusted_proxies);
  if (!pending.client) return std::nullopt;
  auto const wait = limiter_.admit(*pending.client, pending.begun);
  if (!wait) return std::nullopt;
  return retry_later(pending, RequestFault::too_many_requests, "too many requests from one client", *wait);
}

}  // namespace pressmark
