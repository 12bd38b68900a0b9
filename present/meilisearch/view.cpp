// Answers what a view takes in.
#include "present/meilisearch/view.h"

#include <algorithm>
#include <initializer_list>

namespace pressmark {

bool names_attribute(AttributeNames const& names, std::string_view attribute) {
  return std::ranges::any_of(names,
                             [&](std::string const& name) { return name == "*" || name == attribute; });
}

bool shows_sections(MeilisearchView const& view) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"heading", "anchor", "sectionUrl", "content"},
      [&](std::string_view attribute) {
        return view.match_positions || names_attribute(view.retrieved, attribute) ||
               names_attribute(view.highlighted, attribute) || crop_of(view, attribute);
      });
}

std::optional<std::size_t> crop_of(MeilisearchView const& view, std::string_view attribute) {
  for (auto const& [name, words] : view.cropped) {
    if (name == "*" || name == attribute) return words.value_or(view.crop_words);
  }
  return std::nullopt;
}

}  // namespace pressmark
