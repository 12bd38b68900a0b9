// RSS 1.0 and 0.90, which are RDF: items beside the channel, named by rdf:about.
#pragma once

#include "indexer/parse/feed.h"
#include "indexer/parse/parse.h"

namespace pressmark {

// A document whose root element is <rdf:RDF>.
FeedReport parse_rdf(ByteStream& text, ParseOptions const& options, TakePost const& take);

}  // namespace pressmark
