// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Reads the UTF-8 of `text` twice, item by item. Members of another type than they should have
// count as missing, where no sense can be made of them. The items before the place where the JSON
// is broken are given out, and the place is a problem. Throws Error{bad_source} for what is no JSON
// Feed, or broken before its first item ends.
FeedReport parse_json_feed(ByteStream& text, ParseOptions const& options, TakePost const& take);

// The links of such a document alone, in one pass; of a broken one those before the place where it is.
[[nodiscard]] FeedLinks read_json_feed_links(ByteStream& text, ParseOptions const& options);

}  // namespace pressmark
