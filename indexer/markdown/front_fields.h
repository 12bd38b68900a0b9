// The fields of a post that front matter can set.
#pragma once

#include <string>
#include <vector>

#include "indexer/json/json_value.h"

namespace pressmark {

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
[[nodiscard]] FrontMatter read_front_matter(JsonValue const& fields, BareTags bare_tags);

}  // namespace pressmark
