// Leads a request through checks, limits, cache and search.
#include "server/service/search_service.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "present/feeds/opensearch.h"
#include "present/json/service_json.h"
#include "present/page/style_sheet.h"
#include "server/answer/noted_search.h"
#include "server/answer/search_parameters.h"
#include "server/http/access_log.h"
#include "server/http/gzip.h"
#include "server/http/parameters.h"
#include "server/http/request_check.h"
#include "server/service/answer_headers.h"

namespace pressmark {
namespace {

// Smaller bodies fit in one packet as they are.
constexpr std::size_t kMinPackedBytes = 1'024;
constexpr std::chrono::seconds kOverloadWait{1};

std::size_t cache_bytes(ServiceSettings const& settings) {
  return static_cast<std::size_t>(settings.server.cache_megabytes * 1024 * 1024);
}

ClientLimiter limiter_of(ServiceSettings const& settings) {
  return {settings.server.client_rate, settings.server.client_burst};
}

bool reads_request(Route const& route) {
  return std::holds_alternative<RequestHandler>(route.answer);
}

std::string cache_key(PendingRequest const& pending, std::string_view version) {
  return entity_tag(*pending.route, version, pending.now, *pending.settings) +
         (pending.wants_packed ? " gzip " : " plain ") + std::string(pending.route->path) + '?' +
         (reads_request(*pending.route) ? pending.request.target + '\n' + pending.request.body
                                        : query_string(pending.address));
}

CachedAnswer packed_if_wanted(PendingRequest const& pending, Document document) {
  CachedAnswer answer{.body = {},
                      .version = std::move(document.version),
                      .status = document.status,
                      .facts = std::move(document.facts)};
  if (pending.wants_packed && document.body.size() > kMinPackedBytes) {
    if (auto packed = pack_gzip(document.body)) {
      answer.is_packed = true;
      document.body = std::move(*packed);
    }
  }
  document.body.shrink_to_fit();  // it may be kept
  answer.body = std::make_shared<std::string const>(std::move(document.body));
  return answer;
}

Document document_for(PendingRequest const& pending, SearchContext const& context) {
  auto const& answer = pending.route->answer;
  if (auto const* const handler = std::get_if<RequestHandler>(&answer)) {
    return handler->answer(pending.request, context);
  }
  return std::get<AddressHandler>(answer).answer(pending.address, context);
}

// What is left of `whole` beside matching and passages; the clocks may differ.
StageTimes::Duration rest_of(StageTimes::Duration whole, StageTimes const& stages) {
  return std::max(whole - stages[Stage::match] - stages[Stage::passages], StageTimes::Duration::zero());
}

double seconds_since_written(std::optional<IndexState> const& state, Timestamp now) {
  if (!state || !state->written) return 0;
  return std::chrono::duration<double>(std::max(now - *state->written, std::chrono::seconds(0))).count();
}

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

bool is_whole(CachedAnswer const& answer) {
  return answer.status == 200 && !answer.facts.is_partial;
}

// By the client and those between: of answers to POST none is (RFC 9110 §9.3.3).
bool may_be_kept(PendingRequest const& pending, CachedAnswer const& answer) {
  return is_whole(answer) && pending.request.method != "POST";
}

// The wait for a worker counts.
std::optional<Deadline> deadline_of(PendingRequest const& pending, std::function<SteadyTime()> const& tick) {
  using Seconds = std::chrono::duration<double>;
  Seconds const allowed(pending.settings->server.search_seconds);
  if (allowed <= Seconds::zero()) return std::nullopt;
  return Deadline{pending.begun + std::chrono::duration_cast<SteadyTime::duration>(allowed), tick};
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

}  // namespace

SearchService::SearchService(SharedSettings settings, ServiceContext context)
    : settings_(settings),
      context_(std::move(context)),
      cache_(cache_bytes(*settings)),
      queries_(settings->store.queries(), settings->insight, context_.log),
      limited_by_(settings),
      limiter_(limiter_of(*settings)) {}

SharedSettings SearchService::settings() const {
  std::lock_guard const lock(settings_mutex_);
  return settings_;
}

void SearchService::replace_settings(SharedSettings settings) {
  cache_.set_max_bytes(cache_bytes(*settings));
  queries_.replace_rules(settings->store.queries(), settings->insight);
  std::lock_guard const lock(settings_mutex_);
  settings_ = std::move(settings);
}

SearchService::Outcome SearchService::begin(Request request) {
  PendingRequest pending{.request = std::move(request),
                         .settings = settings(),
                         .now = context_.now(),
                         .begun = context_.tick(),
                         .address = {}};
  pending.route = find_route(split_target(pending.request.target).path, pending.settings->site.base_path);
  return decide(std::move(pending));
}

SearchService::Outcome SearchService::decide(PendingRequest pending) {
  if (auto refusal = refuse(pending)) return finish(pending, std::move(*refusal));
  if (pending.request.method == "OPTIONS") {
    return finish(pending, options_response(pending.route, pending.request, *pending.settings));
  }
  if (auto const* const direct = std::get_if<DirectAnswer>(&pending.route->answer)) {
    return finish(pending, answer_directly(pending, *direct));
  }
  if (auto refusal = refuse_crowding(pending)) return finish(pending, std::move(*refusal));
  return answer_search(std::move(pending));
}

std::optional<Response> SearchService::refuse(PendingRequest const& pending) {
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

std::optional<Response> SearchService::refuse_crowding(PendingRequest& pending) {
  if (pending.settings != limited_by_) {
    limited_by_ = pending.settings;
    limiter_ = limiter_of(*limited_by_);
  }
  auto const& request = pending.request;
  pending.client =
      find_client(request.peer, request.header_list("X-Forwarded-For"), pending.settings->trusted_proxies);
  if (!pending.client) return std::nullopt;
  auto const wait = limiter_.admit(*pending.client, pending.begun);
  if (!wait) return std::nullopt;
  return retry_later(pending, RequestFault::too_many_requests, "too many requests from one client", *wait);
}

Response SearchService::answer_directly(PendingRequest const& pending, DirectAnswer answer) {
  auto const& route = *pending.route;
  switch (answer) {
    case DirectAnswer::health:
      return answer_health(pending);
    case DirectAnswer::metrics:
      return answer_metrics(pending);
    case DirectAnswer::version:
      return plain_response(route.content_type, version_json(pending.settings->program_version));
    case DirectAnswer::style_sheet:
      return lasting_response(pending, std::string(style_sheet()));
    case DirectAnswer::search_description:
      break;
  }
  return lasting_response(pending, opensearch_description(pending.settings->site));
}

Response SearchService::answer_health(PendingRequest const& pending) {
  bool const is_available = watch_.state(pending.settings, pending.begun).has_value();
  auto response = plain_response(kJson, health_json(is_available));
  if (!is_available) response.status = 503;
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

Response SearchService::answer_metrics(PendingRequest const& pending) {
  auto const& request = pending.request;
  auto const peer = parse_client_address(request.peer);
  bool const is_local = !request.header("X-Forwarded-For") && (!peer || is_loopback(*peer));
  if (!is_local && !pending.settings->server.public_metrics) {
    return problem_at(pending, http_problem(RequestFault::not_found, "there is nothing at this address"));
  }
  auto const& state = watch_.state(pending.settings, pending.begun);
  auto response =
      plain_response(pending.route->content_type,
                     metrics_.text({.cache_bytes = cache_.bytes(),
                                    .posts = state ? state->posts : 0,
                                    .version_age_seconds = seconds_since_written(state, pending.now),
                                    .in_flight = in_flight_.count(),
                                    .query_log_failures = queries_.failures()}));
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

SearchService::Outcome SearchService::answer_search(PendingRequest pending) {
  auto const& request = pending.request;
  if (auto const* const handler = std::get_if<AddressHandler>(&pending.route->answer)) {
    auto address = read_search_address(parse_parameters(split_target(request.target).query), pending.now,
                                       handler->usual);
    if (!address) {
      auto const& [what, parameter] = address.error();
      return finish(pending,
                    problem_at(pending, http_problem(RequestFault::bad_parameter, what, {}, parameter)));
    }
    pending.address = std::move(*address);
  }
  pending.wants_packed = accepts_gzip(request.header_list("Accept-Encoding"));
  auto const& state = watch_.state(pending.settings, pending.begun);
  if (!state) return finish(pending, problem_at(pending, http_problem(watch_.error())));

  auto const tag = entity_tag(*pending.route, state->version, pending.now, *pending.settings);
  auto const kept = cache_.find(cache_key(pending, state->version));
  if (auto unchanged = not_modified(request, tag)) {
    return finish(pending, std::move(*unchanged), {.facts = {.search = kept ? kept->facts.search : nullptr}});
  }
  if (kept) return deliver(pending, *kept);
  pending.ticket = in_flight_.admit(pending.settings->server.requests);
  if (!pending.ticket) return reject(pending);
  return pending;
}

Response SearchService::reject(PendingRequest& pending) {
  pending.ticket.reset();
  auto refusal =
      retry_later(pending, RequestFault::overloaded, "too many searches at the moment", kOverloadWait);
  return finish(pending, std::move(refusal));
}

Response SearchService::complete(PendingRequest& pending, WorkerSearcher& searchers) {
  pending.ticket.reset();
  auto const taken_up = context_.tick();
  try {
    auto& searcher = searchers.for_settings(pending.settings);
    SearchContext const context{searcher, pending.settings->site, pending.now,
                                deadline_of(pending, context_.tick)};
    auto document = document_for(pending, context);
    auto stages = std::exchange(document.facts.stages, std::nullopt).value_or(StageTimes{});
    auto answer = packed_if_wanted(pending, std::move(document));
    if (is_whole(answer)) cache_.insert(cache_key(pending, answer.version), answer);
    stages[Stage::wait] = taken_up - pending.begun;
    stages[Stage::present] = rest_of(context_.tick() - taken_up, stages);
    answer.facts.stages = stages;
    return deliver(pending, answer);
  } catch (Error const& error) {
    return finish(pending, problem_at(pending, http_problem(error)));
  } catch (std::exception const& failure) {
    context_.log(std::string("error: a search failed unexpectedly: ") + failure.what() + '\n');
    Error const error(ErrorCode::internal, "the search failed unexpectedly");
    return finish(pending, problem_at(pending, http_problem(error)));
  }
}

Response SearchService::deliver(PendingRequest const& pending, CachedAnswer const& answer) {
  auto const& stages = answer.facts.stages;
  Observation const observation{.cache = stages ? CacheUse::miss : CacheUse::hit,
                                .counted = pending.route->counted,
                                .facts = answer.facts};
  auto const tag = entity_tag(*pending.route, answer.version, pending.now, *pending.settings);
  if (auto unchanged = not_modified(pending.request, tag); unchanged && is_whole(answer)) {
    return finish(pending, std::move(*unchanged), observation);
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
  response.headers.push_back(stages ? server_timing(*stages)
                                    : server_timing_of_kept(context_.tick() - pending.begun));
  return finish(pending, std::move(response), observation);
}

Response SearchService::finish(PendingRequest const& pending, Response response, Observation observation) {
  auto const& [request, settings, now, begun, route, address, packed, client, ticket] = pending;
  add_common_headers(response, route, request, *settings);
  if (route != nullptr) observation.route = route->path;
  observation.status = response.status;
  observation.taken = context_.tick() - begun;
  metrics_.record(observation);
  if (observation.facts.search && settings->insight.enabled) {
    if (auto const reader = noted_reader(request, client)) {
      queries_.note(*reader, observation.facts.search, now, begun);
    }
  }
  if (!settings->server.quiet) {
    bool const has_body = response.body && request.method != "HEAD";
    context_.log(access_line(now, request,
                             {response.status, has_body ? response.body->size() : 0, observation.taken},
                             settings->server.log_queries ? LoggedQueries::written : LoggedQueries::masked));
  }
  return response;
}

}  // namespace pressmark
