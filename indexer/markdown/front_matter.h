// Front matter: the fields of a post that stand before its Markdown.
#pragma once

#include <string_view>

#include "common/base/result.h"
#include "indexer/json/json_value.h"

namespace pressmark {

// A document in two parts.
struct SplitDocument {
  JsonValue fields;       // null if there is no front matter
  std::string_view body;  // of the text that was split
  bool has_front_matter = false;
};

// Whether `text` begins with a line that opens front matter in YAML or TOML.
[[nodiscard]] bool begins_front_matter(std::string_view text);

// Takes YAML between lines of `---`, TOML between lines of `+++`, or a JSON object off the start of `text`;
// `---toml` and `---json` say the language too. A Problem if it does not end or cannot be read; its `where`
// is the line in `text`.
[[nodiscard]] Result<SplitDocument> split_front_matter(std::string_view text);

}  // namespace pressmark
