// The fields of a post that stand before its Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "indexer/markdown/front_value.h"

namespace pressmark {

// A document in two parts.
struct SplitDocument {
  FrontValue fields;      // empty if there is no front matter
  std::string_view body;  // of the text that was split
  bool has_front_matter = false;
};

// Whether `text` begins with a line that opens front matter in YAML or TOML.
[[nodiscard]] bool begins_front_matter(std::string_view text);

// Takes YAML between lines of `---`, TOML between lines of `+++`, or a JSON object off the start of `text`;
// `---toml` and `---json` say the language too. A Problem if it does not end or cannot be read; its `where`
// is the line in `text`.
[[nodiscard]] Result<SplitDocument> split_front_matter(std::string_view text);

// What front matter says of a post, under the names that Hugo, Jekyll, Eleventy, Zola and their themes use.
// Text as it stands; dates unread.
struct FrontMatter {
  std::string title;
  std::string slug;
  std::string url;  // or path, `url` or `permalink`
  std::string language;
  std::string date;
  std::string updated;
  std::string expires;
  std::string image;
  std::string summary;
  std::vector<std::string> authors;
  std::vector<std::string>
      categories;  // of the taxonomies `categories` and the like; addresses may have them
  std::vector<std::string> tags;
  bool is_unpublished = false;  // `draft: true`, `published: false`, `permalink: false`
  bool forbids_indexing = false;
};

// What a bare text under `tags` or `categories` is: one item, unless commas part it, or a list parted by
// spaces as Jekyll has it.
enum class BareTags { one_item, words };
[[nodiscard]] FrontMatter read_front_matter(FrontValue const& fields, BareTags bare_tags);

}  // namespace pressmark
