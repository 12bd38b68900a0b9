// A search as Atom (RFC 4287), with the response elements of OpenSearch 1.1.
#pragma once

#include <string>

#include "present/feeds/search_feed.h"

namespace pressmark {

// A whole document, well-formed whatever the posts and the query hold. The pages of a search are those of a
// paged feed (RFC 5005 §3). Where an author is unknown the site is named instead, and 1970 for an unknown
// date, since Atom asks for both (RFC 4287 §4.1.2).
[[nodiscard]] std::string atom_feed(SearchFeed const& feed);

}  // namespace pressmark
