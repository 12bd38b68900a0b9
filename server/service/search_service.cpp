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
#include "server/http/client_address.h"
#include "server/http/gzip.h"
#include "server/http/parameters.h"
#include "server/service/answer_headers.h"
#include "server/service/responses.h"
#include "server/service/search_execution.h"

namespace pressmark {
namespace {

constexpr std::chrono::seconds kOverloadWait{1};

std::size_t cache_bytes(ServiceSettings const& settings) {
  return static_cast<std::size_t>(settings.server.cache_megabytes * 1024 * 1024);
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

double seconds_since_written(std::optional<IndexState> const& state, Timestamp now) {
  if (!state || !state->written) return 0;
  return std::chrono::duration<double>(std::max(now - *state->written, std::chrono::seconds(0))).count();
}

}  // namespace

SearchService::SearchService(SharedSettings settings, ServiceContext context)
    : settings_(settings),
      context_(std::move(context)),
      cache_(cache_bytes(*settings)),
      queries_(settings->store.queries(), settings->insight, context_.log),
      admission_(settings) {}

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
  if (auto rejection = reject_unfit(pending)) return finish(pending, std::move(*rejection));
  if (pending.request.method == "OPTIONS") {
    return finish(pending, options_response(pending.route, pending.request, *pending.settings));
  }
  if (auto const* const direct = std::get_if<DirectAnswer>(&pending.route->answer)) {
    return finish(pending, answer_directly(pending, *direct));
  }
  if (auto rejection = admission_.reject(pending)) return finish(pending, std::move(*rejection));
  return answer_search(std::move(pending));
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
  auto rejection =
      retry_later(pending, RequestFault::overloaded, "too many searches at the moment", kOverloadWait);
  return finish(pending, std::move(rejection));
}

Response SearchService::complete(PendingRequest& pending, WorkerSearcher& searchers) {
  pending.ticket.reset();
  try {
    auto const answer = execute_search(pending, searchers, context_.tick);
    if (is_whole(answer)) keep(cache_key(pending, answer.version), answer);
    return deliver(pending, answer);
  } catch (Error const& error) {
    return finish(pending, problem_at(pending, http_problem(error)));
  } catch (std::exception const& failure) {
    context_.log(std::string("error: a search failed unexpectedly: ") + failure.what() + '\n');
    Error const error(ErrorCode::internal, "the search failed unexpectedly");
    return finish(pending, problem_at(pending, http_problem(error)));
  }
}

void SearchService::keep(std::string const& key, CachedAnswer answer) {
  answer.facts.stages.reset();
  cache_.insert(key, std::move(answer));
}

Response SearchService::deliver(PendingRequest const& pending, CachedAnswer const& answer) {
  return finish(pending, answer_response(pending, answer, context_.tick() - pending.begun),
                {.cache = answer.facts.stages ? CacheUse::miss : CacheUse::hit,
                 .counted = pending.route->counted,
                 .facts = answer.facts});
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
