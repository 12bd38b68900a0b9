// Posts to index, and what is found in the documents made from them.
#pragma once

#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/index/schema.h"
#include "indexer/archive/archive.h"

namespace pressmark {

inline ArchivedPost archived(Post post) {
  auto id = post_id(post.site, post.guid);
  return {.id = std::move(id), .change = 1, .post = std::move(post)};
}

inline ArchivedPost archived_html(std::string html) {
  Post post;
  post.site = "example.org";
  post.guid = "1";
  post.html = std::move(html);
  return archived(std::move(post));
}

inline std::optional<Xapian::termcount> wdf_of(Xapian::Document const& document, std::string const& term) {
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    if (*it == term) return it.get_wdf();
  }
  return std::nullopt;
}

inline bool has_term(Xapian::Document const& document, std::string const& term) {
  return wdf_of(document, term).has_value();
}

inline std::vector<Xapian::termpos> positions_of(Xapian::Document const& document, std::string const& term) {
  std::vector<Xapian::termpos> positions;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    if (*it != term) continue;
    for (auto at = it.positionlist_begin(); at != it.positionlist_end(); ++at) positions.push_back(*at);
  }
  return positions;
}

// The single position of a folded word in the text.
inline Xapian::termpos position_of(Xapian::Document const& document, std::string const& word) {
  return positions_of(document, word_term(Field::text, word)).at(0);
}

}  // namespace pressmark
