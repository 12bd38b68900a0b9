// Lists with separators, and counts with their nouns.
#pragma once

#include <cstddef>
#include <ranges>
#include <string>
#include <string_view>

namespace pressmark {

// Appends `item` to `list`, after `separator` unless the list is empty.
void append_item(std::string& list, std::string_view item, std::string_view separator = ", ");

// `items` with `separator` between them. Empty ones at the beginning leave no separator.
template <std::ranges::input_range Items>
[[nodiscard]] std::string join(Items const& items, std::string_view separator = ", ") {
  std::string list;
  for (std::string_view const item : items) append_item(list, item, separator);
  return list;
}

// "1 post", "2 posts", "0 posts". `several` is the plural of a noun that takes more than an "s".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun, std::string_view several = {});

}  // namespace pressmark
