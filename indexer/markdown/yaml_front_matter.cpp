// Front matter in YAML.
#include <yaml-cpp/yaml.h>

#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

class YamlReader {
 public:
  // False if there is too much.
  [[nodiscard]] bool read(YAML::Node const& node, FrontValue& value, std::size_t depth) {
    if (++count_ > kMaxFrontValues || depth > kMaxFrontDepth) return false;
    if (node.IsScalar()) value.text = node.Scalar();
    if (!node.IsSequence() && !node.IsMap()) return true;
    for (auto const& entry : node) {
      bool const is_member = node.IsMap();
      if (is_member && !entry.first.IsScalar()) continue;
      if (is_member) value.names.push_back(entry.first.Scalar());
      if (!read(is_member ? entry.second : entry, value.items.emplace_back(), depth + 1)) return false;
    }
    return true;
  }

 private:
  std::size_t count_ = 0;
};

}  // namespace

Result<FrontValue> parse_yaml_front_matter(std::string_view text) {
  try {
    FrontValue value;
    auto const node = YAML::Load(std::string(text));
    if (!YamlReader().read(node, value, 0)) return unexpected(Problem{"the front matter is too large", {}});
    return value;
  } catch (YAML::Exception const& error) {
    auto const line = error.mark.is_null() ? std::string() : std::to_string(error.mark.line + 1);
    return unexpected(Problem{"the front matter is no YAML: " + error.msg, line});
  }
}

}  // namespace pressmark
