// Recognising a document and handing it to the parser of its format.
#include "indexer/parse/parse.h"

#include <algorithm>
#include <iterator>

#include "common/base/error.h"
#include "common/strings/ascii.h"
#include "indexer/decode/decoding_stream.h"
#include "indexer/feed/atom.h"
#include "indexer/feed/json/ghost_export.h"
#include "indexer/feed/json/json_feed.h"
#include "indexer/feed/json/json_lines.h"
#include "indexer/feed/rdf.h"
#include "indexer/feed/rss.h"
#include "indexer/parse/format.h"
#include "indexer/parse/page_source.h"

namespace pressmark {
namespace {

// Reads valid UTF-8 from its first byte, once rewound.
using Parser = FeedReport (*)(ByteStream& text, ParseOptions const& options, TakePost const& take);

struct FormatParser {
  Format format;
  Parser parse;
};

constexpr FormatParser kParsers[] = {
    {Format::rss, parse_rss},
    {Format::atom, parse_atom},
    {Format::rdf, parse_rdf},
    {Format::json_feed, parse_json_feed},
    {Format::ghost_export, parse_ghost_export},
    {Format::json_lines, parse_json_lines},
    {Format::html, parse_page_source},
    {Format::markdown, parse_markdown_source},
};

// What a document that cannot be read is, as the end of "feed.xml …".
std::string description(RecognisedFormat const& format) {
  switch (format.format) {
    case Format::empty:
      return "is empty";
    case Format::opml:
      return "is a list of feeds (OPML), not a feed";
    case Format::sitemap:
    case Format::sitemap_index:
      return "is a sitemap, not a feed";
    case Format::html:
      return "is a web page, not a feed";
    case Format::json:
      return "is JSON, but neither a feed nor an export that is known here";
    case Format::text:
      return "is plain text, and not known to be Markdown";
    default:
      break;
  }
  if (format.root.empty()) return "ends before it is complete: it has no root element";
  return "is XML but no feed that is known here: its root element is <" + std::string(format.root) + ">";
}

std::string hint(Format format) {
  switch (format) {
    case Format::html:
      return "the page's source names its feed in <link rel=\"alternate\" type=\"application/rss+xml\" "
             "href=…>";
    case Format::sitemap:
    case Format::sitemap_index:
      return "it names pages and holds no posts; give the site's feed instead";
    case Format::opml:
      return "give the files of the feeds that it lists";
    default:
      return kSupportedFormats;
  }
}

// Whether the name is that of a feed or export. A web page under it is an error page, or comes from a
// wrong address.
bool promises_feed(std::string const& name) {
  constexpr std::string_view kEndings[] = {".xml", ".rss", ".atom", ".rdf", ".json", ".jsonl", ".opml"};
  auto const lowered = lower(name);
  return std::ranges::any_of(kEndings, [&](auto ending) { return lowered.ends_with(ending); });
}

void refuse_foreign(ByteStream& bytes, std::string const& name) {
  bytes.rewind();
  auto const foreign = foreign_format(head_of(bytes));
  if (foreign.empty()) return;
  bool const is_packed = foreign.starts_with("packed");
  throw Error(ErrorCode::bad_source, name + " is " + std::string(foreign),
              is_packed ? "unpack it first; gzip alone is unpacked on the way" : kSupportedFormats);
}

}  // namespace

FeedReport parse_source(ByteStream& bytes, ParseOptions const& options, TakePost const& take) {
  refuse_foreign(bytes, options.source);
  DecodingStream text(bytes, options.source, options.charset);
  text.rewind();
  auto const head = head_of(text);
  auto const format = recognise_format(head, options.source);
  auto const* const parser =
      std::find_if(std::begin(kParsers), std::end(kParsers),
                   [&](FormatParser const& known) { return known.format == format.format; });
  bool const is_misnamed = format.format == Format::html && promises_feed(options.source);
  if (parser == std::end(kParsers) || is_misnamed) {
    throw Error(ErrorCode::bad_source, options.source + " " + description(format), hint(format.format));
  }
  text.rewind();
  auto report = parser->parse(text, options, take);
  if (format.junk > 0) {
    report.note_first(
        {"the first " + std::to_string(format.junk) + " bytes are no part of the feed", options.source});
  }
  auto problems = text.problems();
  for (auto problem = problems.rbegin(); problem != problems.rend(); ++problem) {
    report.note_first(std::move(*problem));
  }
  return report;
}

}  // namespace pressmark
