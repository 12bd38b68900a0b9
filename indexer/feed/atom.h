// Atom 1.0 (RFC 4287) and 0.3.
#pragma once

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// A document whose root element is <feed>, an export of Blogger (blogger.h) among them.
FeedReport parse_atom(ByteStream& text, ParseOptions const& options, TakePost const& take);

// The links of such a document alone, in one pass.
[[nodiscard]] FeedLinks read_atom_links(ByteStream& text, ParseOptions const& options);

}  // namespace pressmark
