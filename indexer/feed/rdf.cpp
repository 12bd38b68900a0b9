// Items of RDF as items of RSS with another identifier.
#include "indexer/feed/rdf.h"

#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/feed/rss.h"

namespace pressmark {
namespace {

// <Channel>, with the items in it, is the root of RSS 1.1.
constexpr std::string_view kRoots[] = {"RDF", "Channel"};

// rdf:about identifies the item (RSS 1.0 §5.5; the same in RSS 1.1), and is its address where <link> is
// missing.
std::optional<FeedItem> read_item(XmlElement const& element, std::string_view document) {
  auto item = read_rss_item(element, document);
  if (!item) return item;
  auto const about = collapse_whitespace(element.attribute("rdf:about"));
  if (item->post.guid.empty()) item->post.guid = about;
  if (item->post.url.empty() && is_web_url(about)) item->post.url = canonical_url(about);
  return item;
}

}  // namespace

FeedReport parse_rdf(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  XmlFeed feed(text, {kRoots, "item"}, options);
  auto const channel = read_rss_channel(feed.head(), options);
  auto const document = document_address(channel, options);
  return feed.read(channel, [&](XmlElement const& item) { return read_item(item, document); }, take);
}

FeedLinks read_rdf_links(ByteStream& text, ParseOptions const& options) {
  return read_rss_channel(XmlFeed(text, {kRoots, "item"}, options).head(), options).links;
}

}  // namespace pressmark
