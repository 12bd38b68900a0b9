// Reads TOML with toml++. The only file that knows it; neither its types nor its errors get out.
#include "common/config/toml_table.h"

#include <array>
#include <cstddef>
#include <toml++/toml.h>
#include <utility>

namespace pressmark {
namespace {

class TreeCopy {
 public:
  explicit TreeCopy(std::string const& file) : file_(file) {}

  [[nodiscard]] TomlTable table(toml::table const& from) const {
    TomlTable to;
    for (auto const& [key, node] : from) {
      to.emplace(key.str(), TomlValue{content(node), origin(key.source())});
    }
    return to;
  }

 private:
  [[nodiscard]] decltype(TomlValue::content) content(toml::node const& node) const {
    if (auto const* const text = node.as_string()) return text->get();
    if (auto const* const whole = node.as_integer()) return whole->get();
    if (auto const* const real = node.as_floating_point()) return real->get();
    if (auto const* const truth = node.as_boolean()) return truth->get();
    if (auto const* const inner = node.as_table()) return table(*inner);
    auto const* const elements = node.as_array();
    if (elements == nullptr) return TomlDate{};
    TomlArray array;
    for (auto const& element : *elements) array.push_back({content(element), origin(element.source())});
    return array;
  }

  [[nodiscard]] Origin origin(toml::source_region const& region) const {
    return {Setter::file, file_, region.begin.line};
  }

  std::string const& file_;
};

// What toml++ says, without what it was at: the line tells that.
std::string description_of(toml::parse_error const& failure) {
  constexpr std::string_view kPreamble = "Error while parsing ";
  auto const text = failure.description();
  if (!text.starts_with(kPreamble)) return std::string(text);
  auto const colon = text.find(": ");
  return std::string(colon == std::string_view::npos ? text : text.substr(colon + 2));
}

}  // namespace

std::string_view kind_of(TomlValue const& value) {
  // In the order of the variant's alternatives.
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"text", "a number", "a number", "true or false", "a date", "a list", "a table"});
  static_assert(kKinds.size() == std::variant_size_v<decltype(value.content)>);
  return kKinds[value.content.index()];
}

TomlTable parse_toml(std::string_view text, std::string const& file) {
  try {
    return TreeCopy(file).table(toml::parse(text, file));
  } catch (toml::parse_error const& failure) {
    throw bad_setting({Setter::file, file, failure.source().begin.line}, description_of(failure),
                      "a setting is a line: name = value, with text in quotes");
  }
}

}  // namespace pressmark
