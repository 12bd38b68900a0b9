// Exports of WordPress (WXR): RSS 2.0 that holds a whole blog, its drafts and attachments, too.
#pragma once

#include "indexer/feed/xml_feed.h"

namespace pressmark {

// Whether the document whose root element is <rss> is such an export.
[[nodiscard]] bool is_wordpress_export(XmlElement const& root);

// Reads the posts and pages that are public; attachments, menus and the like are passed over.
FeedReport read_wxr(XmlFeed& feed, Channel const& channel, ParseOptions const& options, TakePost const& take);

}  // namespace pressmark
