// The routes: which handler answers which address.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "present/address/search_address.h"
#include "server/answer/document.h"
#include "server/answer/handler_context.h"
#include "server/http/request.h"
#include "server/service/metrics.h"

namespace pressmark {

enum class Audience {
  readers,      // get pages
  programs,     // get JSON, which other origins may be let read
  subscribers,  // feed readers and search bars: likewise, and what they get says what the site is called
  operators,
  clients,  // programs that speak Meilisearch's API, whose errors look otherwise
};

enum class Methods { read, post, read_and_post };

// A route whose answer needs no search.
enum class DirectAnswer { style_sheet, search_description, health, version, metrics };

// Answers the search that an address asks for.
struct AddressHandler {
  Document (*answer)(SearchAddress const&, HandlerContext const&);
  UsualSearch usual = kResultsPage.usual;  // where the address says nothing
};

// Reads the request itself.
struct RequestHandler {
  Document (*answer)(Request const&, HandlerContext const&);
};

struct Route {
  std::string_view path;  // where "{uid}" matches any one segment
  Audience audience;
  std::string_view content_type;
  std::variant<AddressHandler, RequestHandler, DirectAnswer> answer;
  Methods methods = Methods::read;
  CountedAs counted = CountedAs::request;
};

// As in an Allow header (RFC 9110 §10.2.1).
[[nodiscard]] std::string_view allowed_methods(Route const& route) noexcept;

[[nodiscard]] std::span<Route const> routes() noexcept;

// The route for `path`, below `base_path` or not (a proxy may have taken it off); nothing if there
// is none.
[[nodiscard]] Route const* find_route(std::string_view path, std::string_view base_path) noexcept;

}  // namespace pressmark
