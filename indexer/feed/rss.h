// RSS 2.0, its forerunners 0.91 to 0.94, which have the same shape, and what builds upon it.
#pragma once

#include <string_view>

#include "indexer/feed/xml_feed.h"

namespace pressmark {

// A document whose root element is <rss>, a WordPress export (wxr.h) among them. Throws
// Error{bad_source} for what is no feed in spite of its root.
FeedReport parse_rss(ByteStream& text, ParseOptions const& options, TakePost const& take);

// The links of such a document alone, in one pass.
[[nodiscard]] FeedLinks read_rss_links(ByteStream& text, ParseOptions const& options);

// What the element <channel>, or <rss> itself where there is none, says of all items.
[[nodiscard]] Channel read_rss_channel(XmlElement const& root, ParseOptions const& options);

// An <item> of a document at the address `document`; nothing if it belongs to another vocabulary.
[[nodiscard]] std::optional<FeedItem> read_rss_item(XmlElement const& item, std::string_view document);

// The address that a feed's relative links are seen from, unless xml:base says otherwise.
[[nodiscard]] std::string document_address(Channel const& channel, ParseOptions const& options);

}  // namespace pressmark
