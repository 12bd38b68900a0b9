// RSS 0.90, 1.0 and 1.1, which are RDF: items named by rdf:about, beside the channel or, in 1.1, in it.
#pragma once

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// A document whose root element is <rdf:RDF> or the <Channel> of RSS 1.1.
FeedReport parse_rdf(ByteStream& text, ParseOptions const& options, TakePost const& take);

// The links of such a document alone, in one pass.
[[nodiscard]] FeedLinks read_rdf_links(ByteStream& text, ParseOptions const& options);

}  // namespace pressmark
