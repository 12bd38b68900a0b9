// The members of a search request.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "present/json/json.h"
#include "server/meilisearch/search_body.h"

namespace pressmark {

// What kind of JSON a member is.
enum class MemberShape : std::uint8_t { text, number, boolean, list_of_text, filter };

// The shape of the member called so; nothing if there is none.
[[nodiscard]] std::optional<MemberShape> shape_of_member(std::string_view name);

// Sets what the member called so says. null says nothing.
[[nodiscard]] std::optional<MeilisearchFault> read_member(std::string_view name, Json const& value,
                                                          MeilisearchSearch& search);

// "hitsPerPage" as codes have it: "hits_per_page".
[[nodiscard]] std::string snake_case(std::string_view name);

}  // namespace pressmark
