// The headers of responses: what caches, browsers and other origins may do with them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/time.h"
#include "present/json/problem.h"
#include "server/answer/stage_times.h"
#include "server/http/response.h"
#include "server/service/routes.h"
#include "server/service/service_settings.h"

namespace pressmark {

// The entity tag of answers that `route` gives about `version` today. Weak, since a packed body
// has the same (RFC 9110 §8.8.1); the day, since dates can count back from today.
[[nodiscard]] std::string entity_tag(Route const& route, std::string_view version, Timestamp now,
                                     ServiceSettings const& settings);

// True if the tags of an If-None-Match header have this one (RFC 9110 §13.1.2).
[[nodiscard]] bool matches_tag(std::string_view if_none_match, std::string_view tag);

// Puts what belongs on every response of `route` (nothing: of no route) after its headers.
void add_common_headers(Response& response, Route const* route, Request const& request,
                        ServiceSettings const& settings);

// A response that may be kept and asked about by its tag.
void add_cache_headers(Response& response, std::string const& tag);

// Server-Timing (W3C), for the developer tools of a browser: the stages of a search, or how long it took to
// find an answer that was kept.
[[nodiscard]] Header server_timing(StageTimes const& stages);
[[nodiscard]] Header server_timing_of_kept(std::chrono::duration<double> taken);

// The problem as JSON, in the form that the route's audience reads, or as a page.
[[nodiscard]] Response problem_response(HttpProblem const& problem, Route const* route,
                                        ServiceSettings const& settings);

// To OPTIONS: which methods there are, and for a listed origin's preflight (Fetch, §3.2) that it may
// read.
[[nodiscard]] Response options_response(Route const* route, Request const& request,
                                        ServiceSettings const& settings);

}  // namespace pressmark
