// Front matter in TOML.
#include <sstream>
#include <toml++/toml.h>

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
  [[nodiscard]] bool read(toml::node const& node, FrontValue& value, std::size_t depth) {
    if (++count_ > kMaxFrontValues || depth > kMaxFrontDepth) return false;
    if (auto const* table = node.as_table()) return read_table(*table, value, depth);
    if (auto const* array = node.as_array()) {
      for (auto const& item : *array) {
        if (!read(item, value.items.emplace_back(), depth + 1)) return false;
      }
      return true;
    }
    if (auto const* text = node.as_string()) value.text = text->get();
    if (auto const* flag = node.as_boolean()) value.text = flag->get() ? "true" : "false";
    if (auto const* number = node.as_integer()) value.text = std::to_string(number->get());
    if (auto const* number = node.as_floating_point()) value.text = text_of(number->get());
    if (auto const* date = node.as_date()) value.text = text_of(date->get());
    if (auto const* date_time = node.as_date_time()) value.text = text_of(date_time->get());
    return true;
  }

 private:
  bool read_table(toml::table const& table, FrontValue& value, std::size_t depth) {
    for (auto const& [name, item] : table) {
      value.names.emplace_back(name.str());
      if (!read(item, value.items.emplace_back(), depth + 1)) return false;
    }
    return true;
  }

  std::size_t count_ = 0;
};

}  // namespace

Result<FrontValue> parse_toml_front_matter(std::string_view text) {
  try {
    FrontValue value;
    auto const table = toml::parse(text);
    if (!TomlReader().read(table, value, 0)) return unexpected(Problem{"the front matter is too large", {}});
    return value;
  } catch (toml::parse_error const& error) {
    return unexpected(Problem{"the front matter is no TOML: " + std::string(error.description()),
                              std::to_string(error.source().begin.line)});
  }
}

}  // namespace pressmark
