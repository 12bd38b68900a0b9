// The table of routes.
#include "server/service/routes.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "present/feeds/opensearch.h"
#include "server/answer/feed_handlers.h"
#include "server/meilisearch/handlers.h"

namespace pressmark {
namespace {

using Answer = Document (*)(Request const&, Workplace const&);

constexpr Route client_route(std::string_view path, Answer answer) {
  return {.path = path, .audience = Audience::clients, .content_type = kJson, .answer = answer};
}

constexpr Route search_route(std::string_view path, Answer answer, Methods methods) {
  auto route = client_route(path, answer);
  route.is_counted = true;
  route.methods = methods;
  return route;
}

// Programs ask for feeds by the clock, so that finding nothing does not count.
constexpr Route feed_route(SearchPlace const& place, std::string_view content_type,
                           Document (*search)(SearchAddress const&, Workplace const&)) {
  return {.path = place.path,
          .audience = Audience::subscribers,
          .content_type = content_type,
          .search = search,
          .usual = place.usual};
}

constexpr auto kRoutes = std::to_array<Route>({
    {kResultsPage.path, Audience::readers, kHtml, search_page, true},
    {"/search.css", Audience::readers, "text/css; charset=utf-8", nullptr, false, Notice::style_sheet},
    feed_route(kAtomFeed, "application/atom+xml; charset=utf-8", search_atom),
    feed_route(kJsonFeed, "application/feed+json", search_json_feed),
    {kSearchDescriptionPath, Audience::subscribers, "application/opensearchdescription+xml; charset=utf-8",
     nullptr, false, Notice::search_description},
    {"/api/search", Audience::programs, kJson, search_answer, true},
    {"/api/suggest", Audience::programs, kJson, suggest_answer},
    {kSuggestionsPath, Audience::subscribers, "application/x-suggestions+json", suggest_opensearch},
    {"/api/facets", Audience::programs, kJson, facets_answer},
    {"/health", Audience::operators, kJson, nullptr, false, Notice::health},
    {"/version", Audience::operators, kJson, nullptr, false, Notice::version},
    {"/metrics", Audience::operators, "text/plain; version=0.0.4; charset=utf-8", nullptr, false,
     Notice::metrics},
    client_route("/indexes", list_indexes),
    client_route("/indexes/{uid}", describe_index),
    client_route("/indexes/{uid}/stats", index_stats),
    client_route("/stats", all_stats),
    search_route("/indexes/{uid}/search", search_index, Methods::read_and_post),
    search_route("/indexes/{uid}/facet-search", search_facet, Methods::post),
    search_route("/multi-search", search_indexes, Methods::post),
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
