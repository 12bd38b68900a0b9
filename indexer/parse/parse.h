// Bytes of any supported format to posts.
#pragma once

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Recognises the format by content, of pages and Markdown by the source's name where the content
// leaves it open, and gives the posts to `take` as they are read; memory does not grow with their
// number. An item that cannot be used is a Problem and counted in `skipped`. Reads
// `bytes` several times over. Throws Error{bad_source} if nothing of them can be taken for what it
// is, perhaps after the first posts.
FeedReport parse_source(ByteStream& bytes, ParseOptions const& options, TakePost const& take);

}  // namespace pressmark
