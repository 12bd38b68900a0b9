// Recognising documents, and refusing those that are no feed.
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "tests/indexer/support/parsed_feed.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view kFeed =
    "<rss version='2.0'><channel><item><title>T</title></item></channel></rss>";

struct Refusal {
  std::string_view bytes;
  std::string_view what;  // after "feed.xml "
};

constexpr Refusal kRefusals[] = {
    {"", "is empty"},
    {" \n\t ", "is empty"},
    {"\xEF\xBB\xBF", "is empty"},
    {"<!-- nothing -->", "ends before it is complete: it has no root element"},
    {"<?xml version='1.0'", "ends before it is complete: it has no root element"},
    {"Hello", "is plain text, and not known to be Markdown"},
    {"<!DOCTYPE html><html><body>404</body></html>", "is a web page, not a feed"},
    {"\n<!-- a --><HTML></HTML>", "is a web page, not a feed"},
    {"{\"error\": 404}", "is JSON, but neither a feed nor an export that is known here"},
    {"<opml version='2.0'></opml>", "is a list of feeds (OPML), not a feed"},
    {"<urlset></urlset>", "is a sitemap, not a feed"},
    {"%PDF-1.7\n", "is a PDF document"},
    {"PK\x03\x04\x14", "is a ZIP archive or an office document"},
    {"\x28\xB5\x2F\xFD", "is packed with zstd"},
    {"<svg/>", "is XML but no feed that is known here: its root element is <svg>"},
    {"<rss version='2.0'></rss>", "is no RSS feed: <rss> holds neither <channel> nor <item>"},
    {"<rss>\n<channel>\n<item><title>One", "ends before it is complete: <rss> is still open at line 3"},
    {"<rss>\n<channel>\n<item><![CDATA[\n", "ends before it is complete: <rss> is still open at line 4"},
};

constexpr std::string_view kProlog[] = {
    "",
    "\xEF\xBB\xBF",
    "\n \t",
    "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\n",
    "<?xml version='1.0'?><!-- <html> --><?xml-stylesheet href='a.xsl'?>",
    "<!DOCTYPE rss PUBLIC '-//Example//DTD RSS 0.91//EN' 'https://example.org/rss-0.91.dtd'>",
    "<!DOCTYPE rss [\n<!ENTITY name 'value'>\n<!ENTITY other \"]\">\n]>",
};

std::string site(std::string const& channel, std::string const& source, std::string const& wanted = {}) {
  ParseOptions options;
  options.source = source;
  options.site = wanted;
  return parse_text("<rss><channel>" + channel + "<item><title>T</title></item></channel></rss>", options)
      .posts.at(0)
      .site;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parse)

BOOST_AUTO_TEST_CASE(says_what_a_document_is_that_cannot_be_read) {
  for (auto const& refusal : kRefusals) {
    BOOST_TEST_CONTEXT("document " << refusal.bytes) {
      try {
        (void)parse_text(refusal.bytes);
        BOOST_ERROR("was accepted");
      } catch (Error const& error) {
        BOOST_TEST(error.code() == ErrorCode::bad_source);
        BOOST_TEST(error.what() == "feed.xml " + std::string(refusal.what));
        BOOST_TEST(!error.hint().empty());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(refuses_elements_nested_without_end) {
  std::string nested = "<rss><channel>";
  for (int i = 0; i < 100'000; ++i) nested += "<a>";
  for (int i = 0; i < 100'000; ++i) nested += "</a>";
  BOOST_CHECK_EXCEPTION((void)parse_text(nested + "</channel></rss>"), Error, [](Error const& error) {
    return std::string_view(error.what()).find("nested too deeply") != std::string_view::npos;
  });
}

BOOST_AUTO_TEST_CASE(recognises_a_feed_behind_any_prolog) {
  for (auto const prolog : kProlog) {
    auto const feed = parse_text(std::string(prolog) + std::string(kFeed));
    BOOST_TEST(feed.posts.size() == 1u, "after " << prolog);
    BOOST_TEST(feed.report.problems.empty());
  }
}

BOOST_AUTO_TEST_CASE(ignores_what_follows_the_feed) {
  for (auto const tail :
       {"\n", "<!-- made by hand -->", "\n<script>track()</script>\n</html>", "text & more"}) {
    auto const feed = parse_text(std::string(kFeed) + tail);
    BOOST_TEST(feed.posts.size() == 1u, "before " << tail);
  }
  auto const cut = kFeed.substr(0, kFeed.size() - 1);
  BOOST_TEST(parse_text(cut).posts.size() == 1u);
}

BOOST_AUTO_TEST_CASE(accepts_a_feed_without_posts) {
  auto const feed = parse_text("<rss><channel><title>New</title></channel></rss>");
  BOOST_TEST(feed.posts.empty());
  BOOST_TEST(feed.report.skipped == 0u);
}

BOOST_AUTO_TEST_CASE(names_the_site_by_the_best_that_is_known) {
  std::string const link = "<link>https://www.example.org/blog</link>";
  std::string const self = "<atom:link rel='self' href='https://feeds.example.net/rss'/>";
  BOOST_TEST(site(link + self, "feed.xml", "mine") == "mine");
  BOOST_TEST(site(link + self, "feed.xml") == "example.org");
  BOOST_TEST(site(self, "feed.xml") == "feeds.example.net");
  BOOST_TEST(site("<link>/blog</link>", "https://example.com/rss.xml") == "example.com");
  BOOST_TEST(site("", "https://example.com/rss.xml") == "example.com");
  BOOST_TEST(site("", "feeds/notes.xml") == "notes");
  BOOST_TEST(site("", "standard input") == "standard input");
}

BOOST_AUTO_TEST_SUITE_END()
