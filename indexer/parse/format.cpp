// Recognises formats by their root element or first members, and what is no feed by the lack of them.
#include "indexer/parse/format.h"

#include <algorithm>

#include "common/strings/ascii.h"
#include "common/url/url.h"
#include "indexer/item/site_layout.h"
#include "indexer/markdown/front_matter.h"

namespace pressmark {
namespace {

struct RootFormat {
  std::string_view name;
  Format format;
};

// By the root element's name without prefix. A piece of a web page counts as one.
constexpr RootFormat kRoots[] = {
    {"channel", Format::rss}, {"CHANNEL", Format::rss},    {"Channel", Format::rdf},
    {"rss", Format::rss},     {"feed", Format::atom},      {"RDF", Format::rdf},
    {"opml", Format::opml},   {"urlset", Format::sitemap}, {"sitemapindex", Format::sitemap_index},
    {"html", Format::html},   {"HTML", Format::html},      {"head", Format::html},
    {"body", Format::html},   {"div", Format::html},       {"script", Format::html},
};

bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// The offset after the first `end` from `from`, or the text's size.
std::size_t offset_after(std::string_view text, std::string_view end, std::size_t from) {
  auto const found = text.find(end, from);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

// The offset after "<!DOCTYPE … [ … ]>", where ">" and quoted "]" may stand between the brackets.
std::size_t offset_after_doctype(std::string_view text, std::size_t from) {
  auto const end = offset_after(text, ">", from);
  auto bracket = text.find('[', from);
  if (bracket >= end) return end;
  do {
    bracket = offset_after(text, "]", bracket);
  } while (bracket < text.size() && !trim(text.substr(bracket)).starts_with('>'));
  return offset_after(text, ">", bracket);
}

bool is_html_doctype(std::string_view doctype) {
  return starts_ignoring_case(doctype, "<!doctype html");
}

std::string_view element_name(std::string_view tag) {
  auto const name = tag.substr(1);
  return name.substr(0, name.find_first_of(" \t\r\n/>"));
}

Format format_of_root(std::string_view root) {
  auto const name = root.substr(root.find(':') + 1);
  auto const* known = std::find_if(std::begin(kRoots), std::end(kRoots),
                                   [&](RootFormat const& format) { return format.name == name; });
  return known == std::end(kRoots) ? Format::xml : known->format;
}

// JSON says what it is by its members: of those that tell, the one that stands first decides.
struct TellingMember {
  std::string_view name;
  Format format;
};

constexpr TellingMember kMembers[] = {
    {"jsonfeed.org/version", Format::json_feed},
    {"jsonfeed.org\\/version", Format::json_feed},  // as PHP writes it
    {"\"db\"", Format::ghost_export},
    {"\"guid\"", Format::json_lines},
};

Format format_without_markup(std::string_view text) {
  if (begins_front_matter(text)) return Format::markdown;
  if (!text.starts_with('{') && !text.starts_with('[')) return Format::text;
  Format format = Format::json;
  auto first = std::string_view::npos;
  for (auto const& member : kMembers) {
    if (auto const found = text.find(member.name); found < first) {
      first = found;
      format = member.format;
    }
  }
  return format;
}

RecognisedFormat recognise_document(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    auto const rest = trim(text.substr(offset));
    if (rest.empty()) return {offset == 0 ? Format::empty : Format::xml, {}};
    offset = static_cast<std::size_t>(rest.data() - text.data());
    if (rest.front() != '<') return {format_without_markup(rest), {}};
    if (rest.starts_with("<?")) {
      offset = offset_after(text, "?>", offset);
    } else if (rest.starts_with("<!--")) {
      offset = offset_after(text, "-->", offset);
    } else if (rest.starts_with("<!")) {
      if (is_html_doctype(rest)) return {Format::html, {}};
      offset = offset_after_doctype(text, offset);
    } else {
      auto const root = element_name(rest);
      return {format_of_root(root), root};
    }
  }
}

bool is_feed(Format format) {
  return format == Format::rss || format == Format::atom || format == Format::rdf || format == Format::opml;
}

// Messages of programs, and text before the feed.
constexpr std::size_t kJunkBytes = 4096;
struct Signature {
  std::string_view bytes;
  std::string_view name;
};

constexpr Signature kSignatures[] = {
    {"%PDF-", "a PDF document"},
    {"PK\x03\x04", "a ZIP archive or an office document"},
    {"\x89PNG", "an image"},
    {"\xFF\xD8\xFF", "an image"},
    {"GIF8", "an image"},
    {"SQLite format 3", "a database"},
    {"\x28\xB5\x2F\xFD", "packed with zstd"},
    {"\xFD"
     "7zXZ",
     "packed with xz"},
    {"BZh", "packed with bzip2"},
    {"7z\xBC\xAF", "packed with 7-Zip"},
    {"\x7F"
     "ELF",
     "a program"},
};

// Whether the first line is an address and nothing else, as in a sitemap of plain text.
bool begins_with_address(std::string_view text) {
  auto const line = trim(text.substr(0, text.find('\n')));
  return is_web_url(line) && line.find_first_of(" \t") == std::string_view::npos;
}

constexpr std::string_view kBeginnings[] = {"<?xml", "<rss", "<feed", "<rdf:RDF", "<opml"};

}  // namespace

RecognisedFormat recognise_format(std::string_view text) {
  auto const first = recognise_document(text);
  if (first.format != Format::text && first.format != Format::xml) return first;
  for (auto const beginning : kBeginnings) {
    auto const offset = text.substr(0, kJunkBytes).find(beginning, 1);
    if (offset == std::string_view::npos) continue;
    auto const later = recognise_document(text.substr(offset));
    if (is_feed(later.format)) return {later.format, later.root, offset};
  }
  if (first.format == Format::text && begins_with_address(trim(text))) return {Format::sitemap, {}};
  return first;
}

RecognisedFormat recognise_format(std::string_view text, std::string_view name) {
  auto recognised = recognise_format(text);
  if (recognised.format == Format::empty || is_feed(recognised.format)) return recognised;
  bool const is_plain = recognised.format == Format::text || recognised.format == Format::xml;
  auto const kind = kind_of_ending(name);
  if (kind == FileKind::markdown) recognised.format = Format::markdown;
  if (kind == FileKind::html_page && is_plain) recognised.format = Format::html;
  return recognised;
}

std::string_view foreign_format(std::string_view bytes) {
  for (auto const& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return signature.name;
  }
  return {};
}

}  // namespace pressmark
