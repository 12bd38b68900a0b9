// Recognising documents, and refusing those that are no feed.
#include "indexer/parse/parse.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "common/base/error.h"

using namespace pressmark;
using namespace std::string_view_literals;

namespace {

constexpr std::string_view kFeed =
    "<rss version='2.0'><channel><item><title>T</title></item></channel></rss>";

struct Refusal {
  std::string_view bytes;
  std::string_view what;  // behind "feed.xml "
};

constexpr Refusal kRefusals[] = {
    {"", "is empty"},
    {" \n\t ", "is empty"},
    {"\xEF\xBB\xBF", "is empty"},
    {"<!-- nothing -->", "ends before it is complete: it has no root element"},
    {"<?xml version='1.0'", "ends before it is complete: it has no root element"},
    {"Hello", "is not XML, so it is no feed"},
    {"<!DOCTYPE html><html><body>404</body></html>", "is a web page, not a feed"},
    {"\n<!-- a --><HTML></HTML>", "is a web page, not a feed"},
    {"{\"error\": 404}", "is JSON, not a feed"},
    {"{\"version\": \"https://jsonfeed.org/version/1.1\"}",
     "is a JSON Feed, a format that is not supported yet"},
    {"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'/>",
     "is an Atom feed, a format that is not supported yet"},
    {"<rdf:RDF xmlns='http://purl.org/rss/1.0/'></rdf:RDF>",
     "is an RSS 1.0 feed (RDF), a format that is not supported yet"},
    {"<opml version='2.0'></opml>", "is a list of feeds (OPML), not a feed"},
    {"<urlset></urlset>", "is a sitemap, not a feed"},
    {"<svg/>", "is XML but no feed that is known here: its root element is <svg>"},
    {"<rss><item/>\n</rss-ish>\n\n", "ends before it is complete: <rss> is still open at line 3"},
    {"<rss version='2.0'></rss>", "is no RSS feed: <rss> holds neither <channel> nor <item>"},
    {"<rss><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>",
     "is a WordPress export, a format that is not supported yet"},
    {"<rss>\n<channel>\n<item><title>One", "ends before it is complete: <rss> is still open at line 3"},
    {"<rss>\n<channel>\n<item><![CDATA[\n", "ends before it is complete: <rss> is still open at line 3"},
    {"<rss>\n<channel>\n<item></channel></rss>",
     "is not well-formed XML: a start tag and an end tag do not match at line 3"},
    {"<rss>\n\n<channel a=1></channel></rss>", "is not well-formed XML: an attribute is malformed at line 3"},
    {"\xFF\xFE<\0r\0"sv, "is encoded in UTF-16"},
    {"\0<\0r"sv, "is encoded in UTF-16"},
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
  return parse_source("<rss><channel>" + channel + "<item><title>T</title></item></channel></rss>",
                      {source, wanted, {}})
      .posts.at(0)
      .site;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(parse)

BOOST_AUTO_TEST_CASE(says_what_a_document_is_that_cannot_be_read) {
  for (auto const& refusal : kRefusals) {
    BOOST_TEST_CONTEXT("document " << refusal.bytes) {
      try {
        (void)parse_source(refusal.bytes, {"feed.xml", "", {}});
        BOOST_ERROR("was accepted");
      } catch (Error const& error) {
        BOOST_TEST((error.code() == ErrorCode::bad_source));
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
  BOOST_CHECK_EXCEPTION(
      (void)parse_source(nested + "</channel></rss>", {"feed.xml", "", {}}), Error, [](Error const& error) {
        return std::string_view(error.what()).find("nested too deeply") != std::string_view::npos;
      });
}

BOOST_AUTO_TEST_CASE(recognises_a_feed_behind_any_prolog) {
  for (auto const prolog : kProlog) {
    auto const feed = parse_source(std::string(prolog) + std::string(kFeed), {"feed.xml", "", {}});
    BOOST_TEST(feed.posts.size() == 1u, "after " << prolog);
    BOOST_TEST(feed.problems.empty());
  }
}

BOOST_AUTO_TEST_CASE(ignores_what_follows_the_feed) {
  for (auto const tail :
       {"\n", "<!-- made by hand -->", "\n<script>track()</script>\n</html>", "text & more"}) {
    auto const feed = parse_source(std::string(kFeed) + tail, {"feed.xml", "", {}});
    BOOST_TEST(feed.posts.size() == 1u, "before " << tail);
  }
  auto const cut = kFeed.substr(0, kFeed.size() - 1);
  BOOST_TEST(parse_source(cut, {"feed.xml", "", {}}).posts.size() == 1u);
}

BOOST_AUTO_TEST_CASE(accepts_a_feed_without_posts) {
  auto const feed = parse_source("<rss><channel><title>New</title></channel></rss>", {"feed.xml", "", {}});
  BOOST_TEST(feed.title == "New");
  BOOST_TEST(feed.posts.empty());
  BOOST_TEST(feed.skipped == 0u);
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
