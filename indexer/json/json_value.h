// JSON in memory, read leniently: what is not of the kind that was asked for counts as missing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

struct JsonMember;

struct JsonValue {
  enum class Kind { null, boolean, number, text, array, object };

  Kind kind = Kind::null;
  bool truth = false;               // of a boolean
  std::string text;                 // a text; a number as it is written
  std::vector<JsonValue> elements;  // of an array
  std::vector<JsonMember> members;  // of an object, in their order

  // The member `name` unless it is null, the last one if there are several; null if there is none.
  [[nodiscard]] JsonValue const* find(std::string_view name) const;

  // The member `name` if it is a text or a number; else empty.
  [[nodiscard]] std::string text_of(std::string_view name) const;

  // The elements of the member `name`: of an array, or the value itself if it is something else.
  [[nodiscard]] std::vector<JsonValue const*> list_of(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

}  // namespace pressmark
