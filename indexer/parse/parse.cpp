// Recognising a document and handing it to the parser of its format.
#include "indexer/parse/parse.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "indexer/parse/encoding.h"
#include "indexer/parse/format.h"
#include "indexer/parse/rss.h"

namespace pressmark {
namespace {

[[noreturn]] void refuse(std::string const& what, std::string const& hint) {
  throw Error(ErrorCode::bad_source, what, hint);
}

// What a document that cannot be read is, as the end of "feed.xml …".
std::string description(RecognisedFormat const& format) {
  switch (format.format) {
    case Format::empty:
      return "is empty";
    case Format::atom:
      return "is an Atom feed, a format that is not supported yet";
    case Format::rdf:
      return "is an RSS 1.0 feed (RDF), a format that is not supported yet";
    case Format::opml:
      return "is a list of feeds (OPML), not a feed";
    case Format::sitemap:
      return "is a sitemap, not a feed";
    case Format::html:
      return "is a web page, not a feed";
    case Format::json_feed:
      return "is a JSON Feed, a format that is not supported yet";
    case Format::json:
      return "is JSON, not a feed";
    case Format::text:
      return "is not XML, so it is no feed";
    case Format::xml:
      break;
    case Format::rss:
      break;
  }
  if (format.root.empty()) return "ends before it is complete: it has no root element";
  return "is XML but no feed that is known here: its root element is <" + std::string(format.root) + ">";
}

std::string hint(Format format) {
  if (format == Format::html) {
    return "the page's source names its feed in <link rel=\"alternate\" type=\"application/rss+xml\" href=…>";
  }
  return kSupportedFormats;
}

// The offset of the last end tag of `root`, or npos.
std::size_t last_end_tag(std::string_view text, std::string const& root) {
  auto const tag = "</" + root;
  auto found = text.rfind(tag);
  while (found != std::string_view::npos) {
    auto const behind = text.substr(found + tag.size());
    if (behind.empty() || behind.front() == '>' || is_space(behind.front())) return found;
    found = found == 0 ? std::string_view::npos : text.rfind(tag, found - 1);
  }
  return found;
}

// Leaves nothing but the root element in `text`, at its place, so that lines keep their numbers.
// What stands around it is no concern of ours, and parsers stumble over it.
void isolate_root(std::string& text, RecognisedFormat const& format, std::string const& source) {
  auto const root = std::string(format.root);
  auto const end = last_end_tag(text, root);
  if (end == std::string::npos || end < format.root_offset) {
    auto const lines = std::count(text.begin(), text.end(), '\n') + (text.ends_with('\n') ? 0 : 1);
    refuse(
        source + " ends before it is complete: <" + root + "> is still open at line " + std::to_string(lines),
        "fetch it again; the transfer may have been cut off");
  }
  text.resize(end);
  text += "</" + root + ">";
  std::replace_if(
      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(format.root_offset),
      [](char c) { return c != '\n'; }, ' ');
}

}  // namespace

Feed parse_source(std::string_view bytes, ParseOptions const& options) {
  auto decoded = decode_text(bytes, options.source);
  auto const format = recognise_format(decoded.text);
  if (format.format != Format::rss) refuse(options.source + " " + description(format), hint(format.format));
  isolate_root(decoded.text, format, options.source);
  auto feed = parse_rss(decoded.text, options);
  if (decoded.problem) feed.problems.insert(feed.problems.begin(), std::move(*decoded.problem));
  return feed;
}

}  // namespace pressmark
