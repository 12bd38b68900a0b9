// Recognising a document and asking it for links alone.
#include "indexer/parse/source_links.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/decoding_stream.h"
#include "indexer/feed/atom.h"
#include "indexer/feed/json/json_feed.h"
#include "indexer/feed/rdf.h"
#include "indexer/feed/rss.h"
#include "indexer/html/html_bounds.h"
#include "indexer/html/html_tree.h"
#include "indexer/page/page_head.h"
#include "indexer/parse/format.h"
#include "indexer/parse/opml.h"

namespace pressmark {
namespace {

constexpr std::size_t kPageBytes = std::size_t{1} << 20;

struct LinksReader {
  Format format;
  FeedLinks (*read)(ByteStream& text, ParseOptions const& options);
};

constexpr LinksReader kReaders[] = {{Format::rss, read_rss_links},
                                    {Format::atom, read_atom_links},
                                    {Format::rdf, read_rdf_links},
                                    {Format::json_feed, read_json_feed_links}};

DocumentKind kind_of(Format format) {
  switch (format) {
    case Format::rss:
    case Format::atom:
    case Format::rdf:
    case Format::json_feed:
    case Format::ghost_export:
    case Format::json_lines:
      return DocumentKind::feed;
    case Format::opml:
      return DocumentKind::feed_list;
    case Format::html:
      return DocumentKind::page;
    case Format::sitemap:
      return DocumentKind::sitemap;
    case Format::sitemap_index:
      return DocumentKind::sitemap_index;
    case Format::empty:
    case Format::xml:
    case Format::markdown:
    case Format::json:
    case Format::text:
      return DocumentKind::other;
  }
  return DocumentKind::other;
}

std::vector<ListedFeed> feeds_of_page(ByteStream& text, ParseOptions const& options) {
  auto const bounded =
      bound_html(valid_utf8(head_of(text, kPageBytes)), options.limits.html_depth, HtmlScope::page);
  HtmlTree const tree(bounded.html, HtmlScope::page);
  return PageHead(tree.root(), is_web_url(options.source) ? options.source : std::string()).feeds();
}

std::vector<ListedFeed> feeds_of_list(ByteStream& text, ParseOptions const& options) {
  auto feeds = parse_opml(text, options);
  for (auto& feed : feeds) feed.url = resolve_url(options.source, feed.url);
  return feeds;
}

}  // namespace

SourceLinks read_links(ByteStream& bytes, ParseOptions const& options) {
  SourceLinks result;
  bytes.rewind();
  if (!foreign_format(head_of(bytes)).empty()) return result;
  DecodingStream text(bytes, options.source, options.charset);
  text.rewind();
  auto const format = recognise_format(head_of(text), options.source).format;
  text.rewind();
  result.kind = kind_of(format);
  auto const* const reader = std::ranges::find(kReaders, format, &LinksReader::format);
  if (reader != std::end(kReaders)) result.links = reader->read(text, options);
  if (result.kind == DocumentKind::page) result.feeds = feeds_of_page(text, options);
  if (result.kind == DocumentKind::feed_list) result.feeds = feeds_of_list(text, options);
  return result;
}

}  // namespace pressmark
