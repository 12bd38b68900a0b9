#include "indexer/json/json_value.h"

#include <algorithm>

namespace pressmark {

JsonValue const* JsonValue::find(std::string_view name) const {
  auto const member = std::find_if(members.rbegin(), members.rend(),
                                   [&](JsonMember const& known) { return known.name == name; });
  return member == members.rend() || member->value.kind == Kind::null ? nullptr : &member->value;
}

std::string JsonValue::text_of(std::string_view name) const {
  auto const* const value = find(name);
  bool const has_text = value != nullptr && (value->kind == Kind::text || value->kind == Kind::number);
  return has_text ? value->text : std::string();
}

std::vector<JsonValue const*> JsonValue::list_of(std::string_view name) const {
  std::vector<JsonValue const*> list;
  auto const* const value = find(name);
  if (value == nullptr) return list;
  if (value->kind != Kind::array) return {value};
  for (auto const& element : value->elements) list.push_back(&element);
  return list;
}

}  // namespace pressmark
