// Which address is answered by what.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "server/handlers.h"

namespace pressmark {

enum class Audience { readers, programs, operators };

// What is answered without a search.
enum class Notice { style_sheet, health, version, metrics };

struct Route {
  std::string_view path;
  Audience audience;  // readers get pages, programs JSON that other origins may be let read
  std::string_view content_type;
  // Either asks the searcher,
  Document (*search)(SearchAddress const&, Workplace const&) = nullptr;
  bool is_counted = false;  // as a search, for the share of those that find nothing
  // or is this.
  std::optional<Notice> notice{};
};

[[nodiscard]] std::span<Route const> routes() noexcept;

// The route for `path`, below `base_path` or not (a proxy may have taken it off); nothing if there
// is none.
[[nodiscard]] Route const* find_route(std::string_view path, std::string_view base_path) noexcept;

}  // namespace pressmark
