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

std::string cache_key(SearchService::Inquiry const& inquiry, std::string_view version) {
  return entity_tag(*inquiry.route, version, inquiry.now, *inquiry.settings) +
         (inquiry.wants_packed ? " gzip " : " plain ") + std::string(inquiry.route->path) + '?' +
         (inquiry.route->answer == nullptr ? query_string(inquiry.address)
                                           : inquiry.request.target + '\n' + inquiry.request.body);
}

CachedAnswer packed_if_wanted(SearchService::Inquiry const& inquiry, Document document) {
  CachedAnswer answer{.body = {},
                      .version = std::move(document.version),
                      .found = document.found,
                      .status = document.status,
                      .is_partial = document.is_partial,
                      .search = std::move(document.search)};
  if (inquiry.wants_packed && document.body.size() > kMinPackedBytes) {
    if (auto packed = pack_gzip(document.body)) {
      answer.is_packed = true;
      document.body = std::move(*packed);
    }
  }
  document.body.shrink_to_fit();  // it may be kept
  answer.body = std::make_shared<std::string const>(std::move(document.body));
  return answer;
}

// What is left of `whole` beside matching and passages; the clocks may differ.
StageTimes::Duration rest_of(StageTimes::Duration whole, StageTimes const& stages) {
  return std::max(whole - stages[Stage::match] - stages[Stage::passages], StageTimes::Duration::zero());
}

double seconds_since_written(std::optional<IndexState> const& state, Timestamp now) {
  if (!state || !state->written) return 0;
  return std::chrono::duration<double>(std::max(now - *state->written, std::chrono::seconds(0))).count();
}

Response problem_at(SearchService::Inquiry const& inquiry, HttpProblem const& problem) {
  return problem_response(problem, inquiry.route, *inquiry.settings);
}

Response retry_later(SearchService::Inquiry const& inquiry, RequestFault fault, std::string const& what,
                     std::chrono::seconds wait) {
  auto response = problem_at(inquiry, http_problem(fault, what));
  response.headers.push_back({"Retry-After", std::to_string(wait.count())});
  return response;
}

Response plain_response(std::string_view content_type, std::string body) {
  return {.status = 200,
          .headers = {{"Content-Type", std::string(content_type)}},
          .body = std::make_shared<std::string const>(std::move(body))};
}

// By the client and those between: of answers to POST none is (RFC 9110 §9.3.3).
bool may_be_kept(SearchService::Inquiry const& inquiry, CachedAnswer const& answer) {
  return answer.status == 200 && !answer.is_partial && inquiry.request.method != "POST";
}

// The wait for a worker counts.
std::optional<Deadline> deadline_of(SearchService::Inquiry const& inquiry,
                                    std::function<SteadyTime()> const& tick) {
  using Seconds = std::chrono::duration<double>;
  Seconds const allowed(inquiry.settings->server.search_seconds);
  if (allowed <= Seconds::zero()) return std::nullopt;
  return Deadline{inquiry.begun + std::chrono::duration_cast<SteadyTime::duration>(allowed), tick};
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
Response lasting_response(SearchService::Inquiry const& inquiry, std::string body) {
  auto const& route = *inquiry.route;
  auto const tag = entity_tag(route, route.path, inquiry.now, *inquiry.settings);
  if (auto unchanged = not_modified(inquiry.request, tag)) return std::move(*unchanged);
  auto response = plain_response(route.content_type, std::move(body));
  add_cache_headers(response, tag);
  return response;
}

}  // namespace

SearchService::SearchService(SharedSettings settings, ServiceSurroundings surroundings)
    : settings_(settings),
      surroundings_(std::move(surroundings)),
      cache_(cache_bytes(*settings)),
      queries_(settings->store.queries(), settings->insight, surroundings_.log),
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
  Inquiry inquiry{.request = std::move(request),
                  .settings = settings(),
                  .now = surroundings_.now(),
                  .begun = surroundings_.tick(),
                  .address = {}};
  inquiry.route = find_route(split_target(inquiry.request.target).path, inquiry.settings->site.base_path);
  return decide(std::move(inquiry));
}

SearchService::Outcome SearchService::decide(Inquiry inquiry) {
  if (auto refusal = refuse(inquiry)) return finish(inquiry, std::move(*refusal), {});
  if (inquiry.request.method == "OPTIONS") {
    return finish(inquiry, options_response(inquiry.route, inquiry.request, *inquiry.settings), {});
  }
  if (inquiry.route->notice) return finish(inquiry, answer_notice(inquiry), {});
  if (auto refusal = refuse_crowding(inquiry)) return finish(inquiry, std::move(*refusal), {});
  return answer_search(std::move(inquiry));
}

std::optional<Response> SearchService::refuse(Inquiry const& inquiry) {
  auto const& request = inquiry.request;
  bool const may_post = inquiry.route != nullptr && inquiry.route->methods != Methods::read;
  if (auto const fault = find_fault(request, may_post ? BodyRule::required : BodyRule::none)) {
    auto response = problem_at(inquiry, *fault);
    response.close_connection = true;
    return response;
  }
  if (inquiry.route == nullptr) {
    return problem_at(inquiry, http_problem(RequestFault::not_found, "there is nothing at this address"));
  }
  auto const methods = allowed_methods(*inquiry.route);
  auto const known = split(methods, ", ");
  if (std::ranges::find(known, request.method) != known.end()) return std::nullopt;
  auto response = problem_at(
      inquiry, http_problem(RequestFault::method_not_allowed, "this address knows " + std::string(methods)));
  response.headers.push_back({"Allow", std::string(methods)});
  return response;
}

std::optional<Response> SearchService::refuse_crowding(Inquiry& inquiry) {
  if (inquiry.settings != limited_by_) {
    limited_by_ = inquiry.settings;
    limiter_ = limiter_of(*limited_by_);
  }
  auto const& request = inquiry.request;
  inquiry.client =
      find_client(request.peer, request.header_list("X-Forwarded-For"), inquiry.settings->trusted_proxies);
  if (!inquiry.client) return std::nullopt;
  auto const wait = limiter_.admit(*inquiry.client, inquiry.begun);
  if (!wait) return std::nullopt;
  return retry_later(inquiry, RequestFault::too_many_requests, "too many requests from one client", *wait);
}

Response SearchService::answer_notice(Inquiry const& inquiry) {
  auto const& route = *inquiry.route;
  switch (*route.notice) {
    case Notice::health:
      return answer_health(inquiry);
    case Notice::metrics:
      return answer_metrics(inquiry);
    case Notice::version:
      return plain_response(route.content_type, version_json(inquiry.settings->program_version));
    case Notice::style_sheet:
      return lasting_response(inquiry, std::string(style_sheet()));
    case Notice::search_description:
      break;
  }
  return lasting_response(inquiry, opensearch_description(inquiry.settings->site));
}

Response SearchService::answer_health(Inquiry const& inquiry) {
  bool const is_available = watch_.state(inquiry.settings, inquiry.begun).has_value();
  auto response = plain_response(kJson, health_json(is_available));
  if (!is_available) response.status = 503;
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

Response SearchService::answer_metrics(Inquiry const& inquiry) {
  auto const& request = inquiry.request;
  auto const peer = parse_client_address(request.peer);
  bool const is_local = !request.header("X-Forwarded-For") && (!peer || is_loopback(*peer));
  if (!is_local && !inquiry.settings->server.public_metrics) {
    return problem_at(inquiry, http_problem(RequestFault::not_found, "there is nothing at this address"));
  }
  auto const& state = watch_.state(inquiry.settings, inquiry.begun);
  auto response =
      plain_response(inquiry.route->content_type,
                     metrics_.text({.cache_bytes = cache_.bytes(),
                                    .posts = state ? state->posts : 0,
                                    .version_age_seconds = seconds_since_written(state, inquiry.now),
                                    .in_flight = in_flight_,
                                    .query_log_failures = queries_.failures()}));
  response.headers.push_back({"Cache-Control", "no-store"});
  return response;
}

SearchService::Outcome SearchService::answer_search(Inquiry inquiry) {
  auto const& request = inquiry.request;
  if (inquiry.route->answer == nullptr) {
    auto address = read_search_address(parse_parameters(split_target(request.target).query), inquiry.now,
                                       inquiry.route->usual);
    if (!address) {
      auto const& [what, parameter] = address.error();
      return finish(inquiry,
                    problem_at(inquiry, http_problem(RequestFault::bad_parameter, what, {}, parameter)), {});
    }
    inquiry.address = std::move(*address);
  }
  inquiry.wants_packed = accepts_gzip(request.header_list("Accept-Encoding"));
  auto const& state = watch_.state(inquiry.settings, inquiry.begun);
  if (!state) return finish(inquiry, problem_at(inquiry, http_problem(watch_.error())), {});

  auto const tag = entity_tag(*inquiry.route, state->version, inquiry.now, *inquiry.settings);
  auto const kept = cache_.find(cache_key(inquiry, state->version));
  if (auto unchanged = not_modified(request, tag)) {
    return finish(inquiry, std::move(*unchanged), {.search = kept ? kept->search : nullptr});
  }
  if (kept) return deliver(inquiry, *kept, std::nullopt);
  if (++in_flight_ > inquiry.settings->server.requests) return turn_away(inquiry);
  return inquiry;
}

Response SearchService::turn_away(Inquiry const& inquiry) {
  --in_flight_;
  auto refusal =
      retry_later(inquiry, RequestFault::overloaded, "too many searches at the moment", kOverloadWait);
  return finish(inquiry, std::move(refusal), {});
}

Response SearchService::complete(Inquiry const& inquiry, WorkerSearcher& searchers) {
  --in_flight_;
  auto const taken_up = surroundings_.tick();
  try {
    auto& searcher = searchers.for_settings(inquiry.settings);
    Workplace const place{searcher, inquiry.settings->site, inquiry.now,
                          deadline_of(inquiry, surroundings_.tick)};
    auto const& route = *inquiry.route;
    auto document =
        route.answer == nullptr ? route.search(inquiry.address, place) : route.answer(inquiry.request, place);
    auto stages = document.stages;
    auto const answer = packed_if_wanted(inquiry, std::move(document));
    if (answer.status == 200 && !answer.is_partial) cache_.insert(cache_key(inquiry, answer.version), answer);
    stages[Stage::wait] = taken_up - inquiry.begun;
    stages[Stage::present] = rest_of(surroundings_.tick() - taken_up, stages);
    return deliver(inquiry, answer, stages);
  } catch (Error const& error) {
    return finish(inquiry, problem_at(inquiry, http_problem(error)), {});
  } catch (std::exception const& failure) {
    surroundings_.log(std::string("error: a search failed unexpectedly: ") + failure.what() + '\n');
    Error const error(ErrorCode::internal, "the search failed unexpectedly");
    return finish(inquiry, problem_at(inquiry, http_problem(error)), {});
  }
}

Response SearchService::deliver(Inquiry const& inquiry, CachedAnswer const& answer,
                                std::optional<StageTimes> const& stages) {
  auto const tag = entity_tag(*inquiry.route, answer.version, inquiry.now, *inquiry.settings);
  Remark const remark{.cache = stages ? CacheUse::miss : CacheUse::hit,
                      .is_search = inquiry.route->is_counted,
                      .found = answer.found,
                      .is_partial = answer.is_partial,
                      .search = answer.search,
                      .stages = stages};
  bool const is_whole = answer.status == 200 && !answer.is_partial;
  if (auto unchanged = not_modified(inquiry.request, tag); unchanged && is_whole) {
    return finish(inquiry, std::move(*unchanged), remark);
  }
  Response response{.status = answer.status,
                    .headers = {{"Content-Type", std::string(inquiry.route->content_type)}},
                    .body = answer.body};
  if (answer.is_packed) response.headers.push_back({"Content-Encoding", "gzip"});
  if (may_be_kept(inquiry, answer)) {
    add_cache_headers(response, tag);
  } else {
    response.headers.push_back({"Cache-Control", "no-store"});
  }
  response.headers.push_back(stages ? server_timing(*stages)
                                    : server_timing_of_kept(surroundings_.tick() - inquiry.begun));
  return finish(inquiry, std::move(response), remark);
}

Response SearchService::finish(Inquiry const& inquiry, Response response, Remark const& remark) {
  auto const& [request, settings, now, begun, route, address, packed, client] = inquiry;
  add_common_headers(response, route, request, *settings);
  auto const taken = surroundings_.tick() - begun;
  metrics_.record({.route = route == nullptr ? "none" : route->path,
                   .status = response.status,
                   .taken = taken,
                   .cache = remark.cache,
                   .is_search = remark.is_search,
                   .found = remark.found,
                   .is_partial = remark.is_partial,
                   .stages = remark.stages});
  if (remark.search && settings->insight.enabled) {
    if (auto const reader = noted_reader(request, client)) queries_.note(*reader, remark.search, now, begun);
  }
  if (!settings->server.quiet) {
    bool const has_body = response.body && request.method != "HEAD";
    surroundings_.log(
        access_line(now, request, {response.status, has_body ? response.body->size() : 0, taken},
                    settings->server.log_queries ? LoggedQueries::written : LoggedQueries::masked));
  }
  return response;
}

}  // namespace pressmark
