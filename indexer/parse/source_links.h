// What a document is, and where its links lead a fetcher: for walking through all pages of a source.
#pragma once

#include <vector>

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/parse/parse.h"

namespace pressmark {

enum class DocumentKind {
  feed,           // or an export: parse_source() reads posts from it
  feed_list,      // OPML
  page,           // HTML
  sitemap,        // parse_sitemap() reads it, and the next one
  sitemap_index,  // sitemaps of a larger site
  other,          // Markdown among them
};

struct SourceLinks {
  DocumentKind kind = DocumentKind::other;
  FeedLinks links;                // of a feed
  std::vector<ListedFeed> feeds;  // of a page those it names in its head, of a list those it lists
};

// Reads `bytes` as parse_source() would, but no items and no article. Addresses are absolute where
// `options.source` is an address itself; those of a page that are not are left out. Of a page only the
// first MiB counts. Throws Error{bad_source} for a feed that is cut off before its first item is whole.
[[nodiscard]] SourceLinks read_links(ByteStream& bytes, ParseOptions const& options);

}  // namespace pressmark
