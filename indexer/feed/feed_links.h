// Where an XML feed says that the rest of its archive is.
#pragma once

#include <string_view>

#include "indexer/item/feed.h"
#include "indexer/xml/xml_tree.h"

namespace pressmark {

// Reads the children of `channel`, the element that describes the whole feed, in a document at the address
// `document`: paged and archived feeds (RFC 5005), and the program that made it.
[[nodiscard]] FeedLinks read_feed_links(XmlElement const& channel, std::string_view document);

}  // namespace pressmark
