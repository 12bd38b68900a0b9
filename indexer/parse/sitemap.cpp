// Entries of sitemaps in XML and in plain text.
#include "indexer/parse/sitemap.h"

#include <utility>

#include "common/base/error.h"
#include "common/date/parse_date.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/decoding_stream.h"
#include "indexer/decode/line_reader.h"
#include "indexer/feed/xml_feed.h"
#include "indexer/parse/format.h"
#include "indexer/xml/xml_splitter.h"
#include "indexer/xml/xml_tree.h"

namespace pressmark {
namespace {

constexpr std::string_view kSitemap[] = {"urlset"};
constexpr std::string_view kIndex[] = {"sitemapindex"};

// The text of the child `name`. Its namespace does not matter: extensions have their names one level deeper.
std::string text_of(XmlElement const& entry, std::string_view name) {
  for (auto const& child : entry.children()) {
    if (child.name() == name) return collapse_whitespace(child.text());
  }
  return {};
}

class SitemapReader {
 public:
  SitemapReader(ParseOptions const& options, TakeSitemapEntry const& take) : options_(options), take_(take) {}

  void read_xml(ByteStream& text, XmlShape shape) {
    XmlSplitter splitter(text, shape, options_.limits, options_.source);
    while (auto const item = splitter.next()) {
      if (is_full(item->line)) return;
      read_entry(*item);
    }
    if (auto const line = splitter.cut_off_at()) note("the sitemap ends in the middle", *line);
  }

  void read_lines(ByteStream& text) {
    LineReader lines(text, kMaxSitemapUrlBytes);
    while (lines.next()) {
      auto url = collapse_whitespace(lines.line());
      if (url.empty() && !lines.is_too_long()) continue;
      if (is_full(lines.number())) return;
      if (lines.is_too_long()) {
        skip("the line is too long for an address", lines.number());
      } else {
        give({std::move(url), std::nullopt}, lines.number());
      }
    }
  }

  [[nodiscard]] SitemapReport& report() { return report_; }

 private:
  void read_entry(XmlItem const& item) {
    if (item.state == ItemState::cut_off) return;  // told where the sitemap ends
    if (item.state == ItemState::too_large)
      return skip("the entry is beyond the limit of its size", item.line);
    auto const document = parse_item(item);
    auto const element = document ? document->root().innermost(item.depth) : std::nullopt;
    if (!element) return skip("the entry is not well-formed", item.line);
    SitemapEntry entry{text_of(*element, "loc"), std::nullopt};
    if (auto const written = text_of(*element, "lastmod"); !written.empty()) {
      auto const date = parse_date(written);
      if (date) entry.modified = *date;
      if (!date) note(date.error().what, item.line);
    }
    give(std::move(entry), item.line);
  }

  void give(SitemapEntry&& entry, std::size_t line) {
    if (!is_web_url(entry.url)) return skip("the entry has no address on the web", line);
    if (entry.url.size() > kMaxSitemapUrlBytes) {
      return skip("the address is longer than " + std::to_string(kMaxSitemapUrlBytes) + " bytes", line);
    }
    ++report_.entries;
    take_(std::move(entry));
  }

  // Whether an entry that begins at `line` is one too many.
  bool is_full(std::size_t line) {
    if (report_.entries + report_.skipped < kMaxSitemapEntries) return false;
    note("the entries from here on are beyond the limit of " + std::to_string(kMaxSitemapEntries), line);
    return true;
  }

  void skip(std::string why, std::size_t line) {
    ++report_.skipped;
    note(std::move(why), line);
  }

  void note(std::string what, std::size_t line) {
    report_.note({std::move(what), options_.source + ":" + std::to_string(line)});
  }

  ParseOptions const& options_;
  TakeSitemapEntry const& take_;
  SitemapReport report_;
};

}  // namespace

SitemapReport parse_sitemap(ByteStream& bytes, ParseOptions const& options, TakeSitemapEntry const& take,
                            SitemapOrigin origin) {
  DecodingStream text(bytes, options.source, options.charset);
  text.rewind();
  auto const format = recognise_format(head_of(text));
  if (format.format != Format::sitemap && format.format != Format::sitemap_index) {
    throw Error(ErrorCode::bad_source, options.source + " is no sitemap",
                "a sitemap is XML with the root <urlset> or <sitemapindex>, or text with an address a line");
  }
  text.rewind();
  SitemapReader reader(options, take);
  auto& report = reader.report();
  report.is_index = format.format == Format::sitemap_index;
  if (report.is_index && origin == SitemapOrigin::listed_in_index) {
    report.note({"an index of sitemaps must not list another, which is passed over", options.source});
  } else if (format.root.empty()) {
    reader.read_lines(text);
  } else {
    reader.read_xml(text, report.is_index ? XmlShape{kIndex, "sitemap"} : XmlShape{kSitemap, "url"});
  }
  auto problems = text.problems();
  for (auto& problem : problems) report.note(std::move(problem));
  return std::move(report);
}

}  // namespace pressmark
