// Outlines that name feeds.
#include "indexer/parse/opml.h"

#include <array>
#include <unordered_set>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/decode/decoding_stream.h"
#include "indexer/decode/entities.h"
#include "indexer/decode/start_tag.h"
#include "indexer/parse/format.h"
#include "indexer/xml/xml_scanner.h"

namespace pressmark {
namespace {

// The spelling of attributes' cases varies.
ListedFeed read_outline(std::string_view tag) {
  ListedFeed feed;
  for (auto const& [name, value] : parse_start_tag(tag).attributes) {
    auto text = collapse_whitespace(decode_entities(value));
    if (equal_ignoring_case(name, "xmlUrl")) feed.url = text;
    bool const is_title = equal_ignoring_case(name, "title");
    if (is_title || (equal_ignoring_case(name, "text") && feed.title.empty())) feed.title = text;
  }
  return feed;
}

}  // namespace

bool is_feed_list(ByteStream& bytes, ParseOptions const& options) {
  DecodingStream text(bytes, options.source, options.charset);
  text.rewind();
  return recognise_format(head_of(text)).format == Format::opml;
}

std::vector<ListedFeed> parse_opml(ByteStream& bytes, ParseOptions const& options) {
  DecodingStream text(bytes, options.source, options.charset);
  text.rewind();
  XmlScanner scanner(text);
  std::vector<ListedFeed> feeds;
  std::unordered_set<std::string> known;
  while (auto const token = scanner.next()) {
    if (token->kind != XmlTokenKind::start_tag || !equal_ignoring_case(token->name, "outline")) continue;
    auto feed = read_outline(token->raw);
    if (feed.url.empty() || !known.insert(feed.url).second) continue;
    feeds.push_back(std::move(feed));
    if (feeds.size() == options.limits.max_posts) break;
  }
  return feeds;
}

}  // namespace pressmark
