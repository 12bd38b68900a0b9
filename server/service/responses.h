// Responses to a request, without what all have (add_common_headers()).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "present/json/problem.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/service/pending_request.h"
#include "server/service/result_cache.h"

namespace pressmark {

// Status 200.
[[nodiscard]] Response plain_response(std::string_view content_type, std::string body);

[[nodiscard]] Response problem_at(PendingRequest const& pending, HttpProblem const& problem);

// A problem that is over after `wait`.
[[nodiscard]] Response retry_later(PendingRequest const& pending, RequestFault fault, std::string const& what,
                                   std::chrono::seconds wait);

// The response where the client has the answer already; nothing where it has not, or posted its request.
[[nodiscard]] std::optional<Response> not_modified(Request const& request, std::string const& tag);

// A response that depends on this program and its settings alone.
[[nodiscard]] Response lasting_response(PendingRequest const& pending, std::string body);

// With the answer to a search, or saying that the client has it. `taken` is how long it took to find one that
// was kept.
[[nodiscard]] Response answer_response(PendingRequest const& pending, CachedAnswer const& answer,
                                       std::chrono::duration<double> taken);

}  // namespace pressmark
