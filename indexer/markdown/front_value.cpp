// Looking into the tree, and the language that has it already: JSON.
#include "indexer/markdown/front_value.h"

#include <algorithm>

#include "common/strings/ascii.h"
#include "indexer/json/json_items.h"

namespace pressmark {
namespace {

bool is_within(FrontMatterBounds& bounds, JsonValue const& value, std::size_t depth) {
  return bounds.admit(depth) && std::ranges::all_of(values_in(value), [&](JsonValue const* each) {
           return is_within(bounds, *each, depth + 1);
         });
}

}  // namespace

JsonValue const* find_field(JsonValue const& map, std::string_view name) {
  auto const member = std::ranges::find_if(
      map.members, [&](JsonMember const& each) { return equal_ignoring_case(each.name, name); });
  return member == map.members.end() ? nullptr : &member->value;
}

std::string scalar_text(JsonValue const& value) {
  if (value.kind == JsonValue::Kind::boolean) return value.truth ? "true" : "false";
  return value.text;
}

std::vector<JsonValue const*> values_in(JsonValue const& value) {
  std::vector<JsonValue const*> values;
  for (auto const& element : value.elements) values.push_back(&element);
  for (auto const& member : value.members) values.push_back(&member.value);
  return values;
}

Result<JsonValue> parse_json_front_matter(std::string_view text) {
  auto value = read_json_value(text, InputLimits{});
  if (!value) {
    return unexpected(Problem{"the front matter is no JSON", std::to_string(value.error().line)});
  }
  FrontMatterBounds bounds;
  if (!is_within(bounds, *value, 0)) return unexpected(Problem{"the front matter is too large", {}});
  return std::move(*value);
}

}  // namespace pressmark
