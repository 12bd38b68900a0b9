// What readers looked for and posts do not have, as a feed for their author.
#pragma once

#include <string>

#include "operations/query_insight.h"

namespace pressmark {

struct GapFeedSite {
  std::string title;
  std::string public_url;  // below which /search stands, without a slash at its end; empty if unknown
};

// Atom (RFC 4287): an entry for each query that found nothing, or only posts without all of its words.
// Corrected queries and beginnings of words are no gaps. An entry's id depends on the query alone and
// its time is the day it was last asked; `now` is that of a feed without entries. Ends with a newline.
[[nodiscard]] std::string gap_feed(QueryInsight const& insight, GapFeedSite const& site, Timestamp now);

}  // namespace pressmark
