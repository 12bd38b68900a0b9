// Exports of Blogger: Atom that holds a whole blog, its comments, templates and drafts, too.
#pragma once

#include <string>

#include "indexer/xml/xml_tree.h"

namespace pressmark {

struct BloggerEntry {
  bool is_post = true;    // no comment, page, template or setting
  std::string kept_back;  // why it is not public ("a draft"); empty if it is
};

// What Blogger says of an Atom entry; entries of other feeds are posts.
[[nodiscard]] BloggerEntry read_blogger_entry(XmlElement const& entry);

// Whether a category of Atom says what kind of entry it stands in, as services of Google have it.
[[nodiscard]] bool is_kind(XmlElement const& category);

}  // namespace pressmark
