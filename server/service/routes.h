// Which address is answered by what.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "server/answer/handlers.h"
#include "server/http/request.h"

namespace pressmark {

enum class Audience {
  readers,      // get pages
  programs,     // get JSON, which other origins may be let read
  subscribers,  // feed readers and search bars: likewise, and what they get says what the site is called
  operators,
  clients,  // programs that speak Meilisearch's API, whose errors look otherwise
};

enum class Methods { read, post, read_and_post };

// What is answered without a search.
enum class Notice { style_sheet, search_description, health, version, metrics };

struct Route {
  std::string_view path;  // where "{uid}" stands for any one segment
  Audience audience;
  std::string_view content_type;
  // Either asks the searcher,
  Document (*search)(SearchAddress const&, Workplace const&) = nullptr;
  bool is_counted = false;  // as a search, for the share of those that find nothing
  // or is this,
  std::optional<Notice> notice{};
  // or reads the request itself.
  Document (*answer)(Request const&, Workplace const&) = nullptr;
  Methods methods = Methods::read;
  UsualSearch usual = kResultsPage.usual;  // where an address says nothing
};

// As in an Allow header (RFC 9110 §10.2.1).
[[nodiscard]] std::string_view allowed_methods(Route const& route) noexcept;

[[nodiscard]] std::span<Route const> routes() noexcept;

// The route for `path`, below `base_path` or not (a proxy may have taken it off); nothing if there
// is none.
[[nodiscard]] Route const* find_route(std::string_view path, std::string_view base_path) noexcept;

}  // namespace pressmark
