// Front matter in JSON.
#include <utility>

#include "common/base/byte_stream.h"
#include "indexer/json/json_items.h"
#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

// Takes the document whole.
class WholeDocument final : public JsonVisitor {
 public:
  JsonStep step(std::string_view /*path*/) override { return JsonStep::take; }
  void take(std::string_view /*path*/, JsonValue&& value, std::size_t /*line*/) override {
    value_ = std::move(value);
  }
  void too_large(std::string_view /*path*/, std::size_t /*line*/) override {}

  [[nodiscard]] JsonValue const& value() const { return value_; }

 private:
  JsonValue value_;
};

class FrontReader {
 public:
  // False if there is too much.
  [[nodiscard]] bool read(JsonValue const& json, FrontValue& value, std::size_t depth) {
    if (++count_ > kMaxFrontValues || depth > kMaxFrontDepth) return false;
    value.text = json.kind == JsonValue::Kind::boolean ? (json.truth ? "true" : "false") : json.text;
    for (auto const& element : json.elements) {
      if (!read(element, value.items.emplace_back(), depth + 1)) return false;
    }
    for (auto const& [name, member] : json.members) {
      value.names.push_back(name);
      if (!read(member, value.items.emplace_back(), depth + 1)) return false;
    }
    return true;
  }

 private:
  std::size_t count_ = 0;
};

}  // namespace

Result<FrontValue> parse_json_front_matter(std::string_view text) {
  MemoryStream bytes(text);
  WholeDocument document;
  if (auto const fault = read_json(bytes, InputLimits{}, document)) {
    return unexpected(Problem{"the front matter is no JSON", std::to_string(fault->line)});
  }
  FrontValue value;
  if (!FrontReader().read(document.value(), value, 0)) {
    return unexpected(Problem{"the front matter is too large", {}});
  }
  return value;
}

}  // namespace pressmark
