// The table of routes.
#include "server/service/routes.h"

#include <algorithm>
#include <array>

#include "common/strings/ascii.h"
#include "present/feeds/opensearch.h"
#include "server/answer/feed_handlers.h"
#include "server/answer/handlers.h"
#include "server/http/response.h"
#include "server/meilisearch/handlers.h"

namespace pressmark {
namespace {

constexpr Route page_route(std::string_view path, std::string_view content_type, auto answer) {
  return {.path = path, .audience = Audience::readers, .content_type = content_type, .answer = answer};
}

constexpr Route api_route(std::string_view path, AddressHandler answer) {
  return {.path = path, .audience = Audience::programs, .content_type = kJson, .answer = answer};
}

constexpr Route subscriber_route(std::string_view path, std::string_view content_type, auto answer) {
  return {.path = path, .audience = Audience::subscribers, .content_type = content_type, .answer = answer};
}

constexpr Route operator_route(std::string_view path, std::string_view content_type, DirectAnswer answer) {
  return {.path = path, .audience = Audience::operators, .content_type = content_type, .answer = answer};
}

constexpr Route client_route(std::string_view path, RequestHandler answer, Methods methods = Methods::read) {
  return {.path = path,
          .audience = Audience::clients,
          .content_type = kJson,
          .answer = answer,
          .methods = methods};
}

constexpr Route as_search(Route route) {
  route.counted = CountedAs::search;
  return route;
}

constexpr std::string_view kCss = "text/css; charset=utf-8";
constexpr std::string_view kAtom = "application/atom+xml; charset=utf-8";
constexpr std::string_view kFeedJson = "application/feed+json";
constexpr std::string_view kSuggestionsJson = "application/x-suggestions+json";
constexpr std::string_view kOpenSearch = "application/opensearchdescription+xml; charset=utf-8";
constexpr std::string_view kMetricsText = "text/plain; version=0.0.4; charset=utf-8";

// Programs ask for feeds by the clock, so that finding nothing does not count.
constexpr auto kRoutes = std::to_array<Route>({
    as_search(page_route(kResultsPage.path, kHtml, AddressHandler{search_page})),
    page_route("/search.css", kCss, DirectAnswer::style_sheet),
    subscriber_route(kAtomFeed.path, kAtom, AddressHandler{search_atom, kAtomFeed.usual}),
    subscriber_route(kJsonFeed.path, kFeedJson, AddressHandler{search_json_feed, kJsonFeed.usual}),
    subscriber_route(kSearchDescriptionPath, kOpenSearch, DirectAnswer::search_description),
    subscriber_route(kSuggestionsPath, kSuggestionsJson, AddressHandler{suggest_opensearch}),
    as_search(api_route("/api/search", {search_answer})),
    api_route("/api/suggest", {suggest_answer}),
    api_route("/api/facets", {facets_answer}),
    operator_route("/health", kJson, DirectAnswer::health),
    operator_route("/version", kJson, DirectAnswer::version),
    operator_route("/metrics", kMetricsText, DirectAnswer::metrics),
    client_route("/indexes", {list_indexes}),
    client_route("/indexes/{uid}", {describe_index}),
    client_route("/indexes/{uid}/stats", {index_stats}),
    client_route("/stats", {all_stats}),
    as_search(client_route("/indexes/{uid}/search", {search_index}, Methods::read_and_post)),
    as_search(client_route("/indexes/{uid}/facet-search", {search_facet}, Methods::post)),
    as_search(client_route("/multi-search", {search_indexes}, Methods::post)),
});

bool matches(std::string_view pattern, std::string_view path) {
  auto const wanted = split(pattern, "/");
  return std::ranges::equal(split(path, "/"), wanted, [](std::string_view given, std::string_view segment) {
    return segment == "{uid}" ? !given.empty() : segment == given;
  });
}

}  // namespace

std::string_view allowed_methods(Route const& route) noexcept {
  switch (route.methods) {
    case Methods::post:
      return "POST, OPTIONS";
    case Methods::read_and_post:
      return "GET, HEAD, POST, OPTIONS";
    case Methods::read:
      break;
  }
  return "GET, HEAD, OPTIONS";
}

std::span<Route const> routes() noexcept {
  return kRoutes;
}

Route const* find_route(std::string_view path, std::string_view base_path) noexcept {
  if (!base_path.empty() && path.starts_with(base_path) && path.substr(base_path.size()).starts_with('/')) {
    path.remove_prefix(base_path.size());
  }
  auto const* const found =
      std::ranges::find_if(kRoutes, [&](Route const& route) { return matches(route.path, path); });
  return found == kRoutes.end() ? nullptr : found;
}

}  // namespace pressmark
