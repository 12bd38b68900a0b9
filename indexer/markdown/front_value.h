// Front matter as a tree of values, the same for all of its languages, and the parsers of these languages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/json/json_value.h"

namespace pressmark {

// The value under `name` of a map, in any case, the first one if there are several; null if there is none.
[[nodiscard]] JsonValue const* find_field(JsonValue const& map, std::string_view name);

// A scalar as text ("true", "2024-03-05T10:00:00+01:00"); empty for all else.
[[nodiscard]] std::string scalar_text(JsonValue const& value);

// What a list holds, or the values of a map.
[[nodiscard]] std::vector<JsonValue const*> values_in(JsonValue const& value);

// Counts the values of front matter as they are read. References within YAML can make much of little.
class FrontMatterBounds {
 public:
  // Counts a value at `depth`, 0 at the top; false if there are too many of them, or if it lies too deep.
  [[nodiscard]] bool admit(std::size_t depth) { return ++count_ <= kMaxValues && depth <= kMaxDepth; }

 private:
  static constexpr std::size_t kMaxValues = 10'000;
  static constexpr std::size_t kMaxDepth = 16;

  std::size_t count_ = 0;
};

// Each gives the map at the top, null for empty text. Dates, and numbers but for those of JSON, are kept as
// text. A Problem for what is none of the language or passes FrontMatterBounds; its `where` is the line
// within `text`, if it is known.
[[nodiscard]] Result<JsonValue> parse_yaml_front_matter(std::string_view text);
[[nodiscard]] Result<JsonValue> parse_toml_front_matter(std::string_view text);
[[nodiscard]] Result<JsonValue> parse_json_front_matter(std::string_view text);

}  // namespace pressmark
