// JSON documents of any size, read value by value; only its source file knows nlohmann.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/byte_stream.h"
#include "common/base/limits.h"
#include "common/base/result.h"
#include "indexer/json/json_value.h"

namespace pressmark {

enum class JsonStep {
  enter,  // visit what an array or object holds, one value after the other
  take,   // read the value as a whole
  skip,
};

// What becomes of the values of a document. Each has a path: the names that lead to it, with '*'
// for every element of an array, joined by '/': "items/*/title"; the document's own is empty.
class JsonVisitor {
 public:
  JsonVisitor() = default;
  virtual ~JsonVisitor() = default;
  JsonVisitor(JsonVisitor const&) = delete;
  JsonVisitor& operator=(JsonVisitor const&) = delete;

  virtual JsonStep step(std::string_view path) = 0;
  virtual void take(std::string_view path, JsonValue&& value, std::size_t line) = 0;  // where it begins

  // In place of take(), for a value that passes limits.item_bytes.
  virtual void too_large(std::string_view path, std::size_t line) = 0;
};

// Where and why a document is broken.
struct JsonFault {
  std::string what;
  std::size_t line = 0;    // from 1
  std::size_t column = 0;  // in bytes, from 1; 0 before the first of a line

  // "feed.json:3:17"
  [[nodiscard]] std::string where(std::string const& source) const;
};

// Reads the UTF-8 of `text` from where it stands; what stands before a fault was visited. Memory
// is bounded by limits.item_bytes and limits.json_depth, however long the document is. Halves of
// surrogate pairs become U+FFFD. Exceptions of the visitor and of `text` pass through.
std::optional<JsonFault> read_json(ByteStream& text, InputLimits const& limits, JsonVisitor& visitor);

// The value that a document is, whole, with its halves of pairs mended as above; null if it passes
// limits.item_bytes.
[[nodiscard]] tl::expected<JsonValue, JsonFault> read_json_value(std::string_view text,
                                                                 InputLimits const& limits);

// The value that `text` is, whole and as it is written; nothing if it is not JSON or passes a limit.
[[nodiscard]] std::optional<JsonValue> parse_json(std::string_view text, InputLimits const& limits);

}  // namespace pressmark
