// A value of front matter in any of its languages, and the parsers of these languages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"

namespace pressmark {

// A scalar as text ("true", "2024-03-05T10:00:00+01:00"), a list, or a map; one of the three, or nothing.
struct FrontValue {
  std::string text;
  std::vector<FrontValue> items;   // of a list, or the values of a map
  std::vector<std::string> names;  // of a map, one for each item

  // The value under `name` of a map; null if there is none.
  [[nodiscard]] FrontValue const* find(std::string_view name) const;
};

// What front matter may hold at most; more is a Problem. References within YAML can make much of little.
inline constexpr std::size_t kMaxFrontValues = 10'000;
inline constexpr std::size_t kMaxFrontDepth = 16;

// Each gives the map at the top, empty for empty text. A Problem's `where` is the line within `text`, if it
// is known.
[[nodiscard]] Result<FrontValue> parse_yaml_front_matter(std::string_view text);
[[nodiscard]] Result<FrontValue> parse_toml_front_matter(std::string_view text);
[[nodiscard]] Result<FrontValue> parse_json_front_matter(std::string_view text);

}  // namespace pressmark
