// Sitemaps in XML and in plain text, and their limits.
#include "indexer/parse/sitemap.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"

using namespace pressmark;

namespace {

struct ParsedSitemap {
  SitemapReport report;
  std::vector<SitemapEntry> entries;
};

ParsedSitemap parse(std::string_view text, SitemapOrigin origin = SitemapOrigin::named) {
  MemoryStream bytes(text);
  ParsedSitemap sitemap;
  sitemap.report = parse_sitemap(
      bytes, {"https://example.org/sitemap.xml"},
      [&](SitemapEntry&& entry) { sitemap.entries.push_back(std::move(entry)); }, origin);
  return sitemap;
}

std::string urlset(std::string const& entries) {
  return "<?xml version='1.0' encoding='UTF-8'?>\n<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
         " xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'"
         " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>\n" +
         entries + "</urlset>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sitemap)

BOOST_AUTO_TEST_CASE(gives_addresses_and_days_of_change) {
  auto const sitemap =
      parse(urlset("<url><loc> https://example.org/a?x=1&amp;y=2 </loc><lastmod>2024-03-05</lastmod>"
                   "<changefreq>daily</changefreq><priority>0.8</priority></url>"
                   "<url><loc>https://example.org/b</loc><lastmod>2024-03-05T10:00:00+01:00</lastmod></url>"
                   "<url><loc><![CDATA[https://example.org/c]]></loc></url>"));
  BOOST_REQUIRE_EQUAL(sitemap.entries.size(), 3u);
  BOOST_TEST(sitemap.entries[0].url == "https://example.org/a?x=1&y=2");
  BOOST_TEST(format_rfc3339(sitemap.entries[0].modified.value()) == "2024-03-05T00:00:00Z");
  BOOST_TEST(format_rfc3339(sitemap.entries[1].modified.value()) == "2024-03-05T09:00:00Z");
  BOOST_TEST(sitemap.entries[2].url == "https://example.org/c");
  BOOST_TEST(!sitemap.entries[2].modified);
  BOOST_TEST(!sitemap.report.is_index);
  BOOST_TEST(sitemap.report.entries == 3u);
  BOOST_TEST(sitemap.report.problems.empty());
}

BOOST_AUTO_TEST_CASE(passes_over_extensions) {
  auto const sitemap =
      parse(urlset("<url><image:image><image:loc>https://example.org/i.png</image:loc></"
                   "image:image><news:news><news:title>x"
                   "</news:title><news:publication_date>2020</news:publication_date></news:news>"
                   "<loc>https://example.org/a</loc></url>"));
  BOOST_REQUIRE_EQUAL(sitemap.entries.size(), 1u);
  BOOST_TEST(sitemap.entries[0].url == "https://example.org/a");
}

BOOST_AUTO_TEST_CASE(lists_the_sitemaps_of_an_index_one_level_deep) {
  constexpr std::string_view kIndex =
      "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap>"
      "<loc>https://example.org/posts.xml.gz</loc><lastmod>2024-03-05</lastmod></sitemap></sitemapindex>";
  auto const index = parse(kIndex);
  BOOST_TEST(index.report.is_index);
  BOOST_REQUIRE_EQUAL(index.entries.size(), 1u);
  BOOST_TEST(index.entries[0].url == "https://example.org/posts.xml.gz");

  auto const listed = parse(kIndex, SitemapOrigin::listed_in_index);
  BOOST_TEST(listed.entries.empty());
  BOOST_TEST(listed.report.problem_count == 1u);
  BOOST_TEST(parse(urlset("<url><loc>https://a.example/</loc></url>"), SitemapOrigin::listed_in_index)
                 .entries.size() == 1u);
}

BOOST_AUTO_TEST_CASE(reads_plain_text_line_by_line) {
  auto const sitemap =
      parse("\xEF\xBB\xBFhttps://example.org/a\r\n\r\n  https://example.org/b  \nno address at all\n");
  BOOST_REQUIRE_EQUAL(sitemap.entries.size(), 2u);
  BOOST_TEST(sitemap.report.skipped == 1u);
  BOOST_TEST(sitemap.entries[0].url == "https://example.org/a");
  BOOST_TEST(sitemap.entries[1].url == "https://example.org/b");
}

BOOST_AUTO_TEST_CASE(skips_what_is_no_address_and_tells_where) {
  auto const sitemap =
      parse(urlset("<url><loc>ftp://example.org/a</loc></url>\n<url><lastmod>2024</lastmod></"
                   "url>\n<url><loc>https://e.org/" +
                   std::string(2'048, 'x') +
                   "</loc></url>\n<url><loc>https://e.org/b</loc><lastmod>soon</lastmod></url>\n"));
  BOOST_REQUIRE_EQUAL(sitemap.entries.size(), 1u);
  BOOST_TEST(!sitemap.entries[0].modified);
  BOOST_TEST(sitemap.report.skipped == 3u);
  BOOST_TEST_REQUIRE(sitemap.report.problems.size() == 4u);
  BOOST_TEST(sitemap.report.problems[0].where == "https://example.org/sitemap.xml:3");
  BOOST_TEST(sitemap.report.problems[2].what == "the address is longer than 2048 bytes");
}

BOOST_AUTO_TEST_CASE(ends_at_the_protocols_limit) {
  std::string entries;
  std::string lines;
  for (std::size_t i = 0; i < kMaxSitemapEntries + 10; ++i) {
    auto const url = "https://example.org/" + std::to_string(i);
    entries += "<url><loc>" + url + "</loc></url>\n";
    lines += url + "\n";
  }
  for (auto const& text : {urlset(entries), lines}) {
    auto const sitemap = parse(text);
    BOOST_TEST(sitemap.report.entries == kMaxSitemapEntries);
    BOOST_TEST(sitemap.report.problem_count == 1u);
  }
  auto const whole = parse(lines.substr(0, lines.find("https://example.org/50000\n")));
  BOOST_TEST(whole.report.entries == kMaxSitemapEntries);
  BOOST_TEST(whole.report.problems.empty());
}

BOOST_AUTO_TEST_CASE(gives_the_whole_entries_of_what_is_cut_off) {
  auto const sitemap =
      parse("<urlset><url><loc>https://example.org/a</loc></url><url><loc>https://example.org/bl");
  BOOST_REQUIRE_EQUAL(sitemap.entries.size(), 1u);
  BOOST_TEST(sitemap.report.problem_count == 1u);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_sitemap) {
  for (auto const* const text : {"", "<rss/>", "<html>not found</html>", "Not found", "{}"}) {
    BOOST_CHECK_EXCEPTION(parse(text), Error, [](Error const& error) {
      return error.code() == ErrorCode::bad_source && !error.hint().empty();
    });
  }
}

BOOST_AUTO_TEST_SUITE_END()
