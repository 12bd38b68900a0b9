// Front matter in TOML.
#include <sstream>
#include <toml++/toml.h>
#include <utility>

#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

template <typename T>
std::string text_of(T const& value) {
  std::ostringstream out;
  out << value;
  return std::move(out).str();
}

class TomlReader {
 public:
  // False if there is too much.
  [[nodiscard]] bool read(toml::node const& node, JsonValue& value, std::size_t depth) {
    if (!bounds_.admit(depth)) return false;
    if (auto const* table = node.as_table()) return read_table(*table, value, depth);
    if (auto const* array = node.as_array()) return read_array(*array, value, depth);
    if (auto const* text = node.as_string()) set_text(value, text->get());
    if (auto const* flag = node.as_boolean())
      value = {.kind = JsonValue::Kind::boolean, .truth = flag->get()};
    if (auto const* number = node.as_integer()) set_text(value, std::to_string(number->get()));
    if (auto const* number = node.as_floating_point()) set_text(value, text_of(number->get()));
    if (auto const* date = node.as_date()) set_text(value, text_of(date->get()));
    if (auto const* date_time = node.as_date_time()) set_text(value, text_of(date_time->get()));
    return true;
  }

 private:
  static void set_text(JsonValue& value, std::string text) {
    value = {.kind = JsonValue::Kind::text, .text = std::move(text)};
  }

  bool read_array(toml::array const& array, JsonValue& value, std::size_t depth) {
    value.kind = JsonValue::Kind::array;
    for (auto const& item : array) {
      if (!read(item, value.elements.emplace_back(), depth + 1)) return false;
    }
    return true;
  }

  bool read_table(toml::table const& table, JsonValue& value, std::size_t depth) {
    value.kind = JsonValue::Kind::object;
    for (auto const& [name, item] : table) {
      value.members.push_back({std::string(name.str()), {}});
      if (!read(item, value.members.back().value, depth + 1)) return false;
    }
    return true;
  }

  FrontMatterBounds bounds_;
};

}  // namespace

Result<JsonValue> parse_toml_front_matter(std::string_view text) {
  try {
    JsonValue value;
    auto const table = toml::parse(text);
    if (!TomlReader().read(table, value, 0)) return unexpected(Problem{"the front matter is too large", {}});
    return value;
  } catch (toml::parse_error const& error) {
    return unexpected(Problem{"the front matter is no TOML: " + std::string(error.description()),
                              std::to_string(error.source().begin.line)});
  }
}

}  // namespace pressmark
