// Front matter in YAML.
#include <yaml-cpp/yaml.h>

#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

class YamlReader {
 public:
  // False if there is too much.
  [[nodiscard]] bool read(YAML::Node const& node, JsonValue& value, std::size_t depth) {
    if (!bounds_.admit(depth)) return false;
    if (node.IsScalar()) value = {.kind = JsonValue::Kind::text, .text = node.Scalar()};
    if (node.IsSequence()) return read_sequence(node, value, depth);
    return !node.IsMap() || read_map(node, value, depth);
  }

 private:
  bool read_sequence(YAML::Node const& sequence, JsonValue& value, std::size_t depth) {
    value.kind = JsonValue::Kind::array;
    for (auto const& item : sequence) {
      if (!read(item, value.elements.emplace_back(), depth + 1)) return false;
    }
    return true;
  }

  bool read_map(YAML::Node const& map, JsonValue& value, std::size_t depth) {
    value.kind = JsonValue::Kind::object;
    for (auto const& entry : map) {
      if (!entry.first.IsScalar()) continue;
      value.members.push_back({entry.first.Scalar(), {}});
      if (!read(entry.second, value.members.back().value, depth + 1)) return false;
    }
    return true;
  }

  FrontMatterBounds bounds_;
};

}  // namespace

Result<JsonValue> parse_yaml_front_matter(std::string_view text) {
  try {
    JsonValue value;
    auto const node = YAML::Load(std::string(text));
    if (!YamlReader().read(node, value, 0)) return unexpected(Problem{"the front matter is too large", {}});
    return value;
  } catch (YAML::Exception const& error) {
    auto const line = error.mark.is_null() ? std::string() : std::to_string(error.mark.line + 1);
    return unexpected(Problem{"the front matter is no YAML: " + error.msg, line});
  }
}

}  // namespace pressmark
