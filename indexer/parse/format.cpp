// Telling feeds from each other and from what is none.
#include "indexer/parse/format.h"

#include <algorithm>

#include "common/base/ascii.h"

namespace pressmark {
namespace {

struct RootFormat {
  std::string_view name;
  Format format;
};

// By the root element's name without prefix. A piece of a web page counts as one.
constexpr RootFormat kRoots[] = {
    {"rss", Format::rss},   {"feed", Format::atom},      {"RDF", Format::rdf},
    {"opml", Format::opml}, {"urlset", Format::sitemap}, {"sitemapindex", Format::sitemap},
    {"html", Format::html}, {"HTML", Format::html},      {"head", Format::html},
    {"body", Format::html}, {"div", Format::html},       {"script", Format::html},
};

bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// The offset behind the first `end` from `from`, or the text's size.
std::size_t behind(std::string_view text, std::string_view end, std::size_t from) {
  auto const found = text.find(end, from);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

// Behind "<!DOCTYPE … [ … ]>", where ">" and quoted "]" may stand between the brackets.
std::size_t behind_doctype(std::string_view text, std::size_t from) {
  auto const end = behind(text, ">", from);
  auto bracket = text.find('[', from);
  if (bracket >= end) return end;
  do {
    bracket = behind(text, "]", bracket);
  } while (bracket < text.size() && !trim(text.substr(bracket)).starts_with('>'));
  return behind(text, ">", bracket);
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

Format format_without_markup(std::string_view text) {
  if (!text.starts_with('{') && !text.starts_with('[')) return Format::text;
  constexpr std::size_t kHead = 4096;
  bool const is_feed = text.substr(0, kHead).find("jsonfeed.org/version") != std::string_view::npos;
  return is_feed ? Format::json_feed : Format::json;
}

}  // namespace

RecognisedFormat recognise_format(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    auto const rest = trim(text.substr(offset));
    if (rest.empty()) return {offset == 0 ? Format::empty : Format::xml, text.size(), {}};
    offset = static_cast<std::size_t>(rest.data() - text.data());
    if (rest.front() != '<') return {format_without_markup(rest), offset, {}};
    if (rest.starts_with("<?")) {
      offset = behind(text, "?>", offset);
    } else if (rest.starts_with("<!--")) {
      offset = behind(text, "-->", offset);
    } else if (rest.starts_with("<!")) {
      if (is_html_doctype(rest)) return {Format::html, offset, {}};
      offset = behind_doctype(text, offset);
    } else {
      auto const root = element_name(rest);
      return {format_of_root(root), offset, root};
    }
  }
}

}  // namespace pressmark
