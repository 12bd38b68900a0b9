// The JSON that Ghost exports: the posts and pages of a site, with their tags and authors.
#pragma once

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Reads the UTF-8 of `text` twice, row by row: what joins posts with tags and authors comes after
// the posts, and is kept in memory as their ids. Given out is what everybody may read on the site:
// published, and public. The export does not name the site's address: options.site, if it is a
// domain, completes links to "https://SITE/SLUG/", which is how Ghost makes them; without it only
// posts with a canonical URL have one. Breaks of the JSON and errors as in parse_json_feed().
FeedReport parse_ghost_export(ByteStream& text, ParseOptions const& options, TakePost const& take);

}  // namespace pressmark
