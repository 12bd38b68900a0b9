// Lists of feeds (OPML).
#pragma once

#include <string>
#include <vector>

#include "common/base/byte_stream.h"
#include "indexer/parse/parse.h"

namespace pressmark {

// Whether the bytes are such a list. Reads no more than their beginning.
[[nodiscard]] bool is_feed_list(ByteStream& bytes, ParseOptions const& options);

// Every feed of a list once, in its order, however deep in folders; not more than the limit of
// items for one source.
[[nodiscard]] std::vector<ListedFeed> parse_opml(ByteStream& bytes, ParseOptions const& options);

}  // namespace pressmark
