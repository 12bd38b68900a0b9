// The table of routes.
#include "server/routes.h"

#include <algorithm>
#include <array>

namespace pressmark {
namespace {

constexpr auto kRoutes = std::to_array<Route>({
    {"/search", Audience::readers, kHtml, search_page, true},
    {"/search.css", Audience::readers, "text/css; charset=utf-8", nullptr, false, Notice::style_sheet},
    {"/api/search", Audience::programs, kJson, search_answer, true},
    {"/api/suggest", Audience::programs, kJson, suggest_answer},
    {"/api/facets", Audience::programs, kJson, facets_answer},
    {"/health", Audience::operators, kJson, nullptr, false, Notice::health},
    {"/version", Audience::operators, kJson, nullptr, false, Notice::version},
    {"/metrics", Audience::operators, "text/plain; version=0.0.4; charset=utf-8", nullptr, false,
     Notice::metrics},
});

}  // namespace

std::span<Route const> routes() noexcept {
  return kRoutes;
}

Route const* find_route(std::string_view path, std::string_view base_path) noexcept {
  if (!base_path.empty() && path.starts_with(base_path) && path.substr(base_path.size()).starts_with('/')) {
    path.remove_prefix(base_path.size());
  }
  auto const* const found = std::ranges::find(kRoutes, path, &Route::path);
  return found == kRoutes.end() ? nullptr : found;
}

}  // namespace pressmark
