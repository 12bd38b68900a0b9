// Parses a start tag, well-formed or not, into its name and attributes.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace pressmark {

// All refer to the bytes of the tag.
struct StartTag {
  std::string_view name;

  // Name and value as they are written, with their references, in their order. Values may stand without
  // quotes or be missing; what is no name is left out.
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  bool is_empty = false;  // "<br/>"
};

// Reads `tag`, which may stand without its brackets; never fails.
[[nodiscard]] StartTag parse_start_tag(std::string_view tag);

}  // namespace pressmark
