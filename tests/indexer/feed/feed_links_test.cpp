// Feeds that are parts of an archive say where the rest is.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/indexer/support/parsed_feed.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// All in one line.
std::string line_of(FeedLinks const& links) {
  return links.next + "|" + links.prev_archive + "|" + links.first + "|" + links.last + "|" + links.current +
         (links.is_complete ? " complete" : "") + (links.is_archive ? " archive" : "") +
         (links.is_wordpress ? " wordpress" : "");
}

struct Case {
  char const* text;
  char const* want;
};

Case const kFeeds[] = {
    {"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='/feed?page=2'/>"
     "<link rel='first' href='/feed'/><link rel='last' "
     "href='/feed?page=9'/><entry><title>x</title></entry></feed>",
     "https://example.org/feed?page=2||https://example.org/feed|https://example.org/feed?page=9|"},
    {"<feed xmlns='http://www.w3.org/2005/Atom' "
     "xmlns:fh='http://purl.org/syndication/history/1.0'><fh:archive/>"
     "<link rel='prev-archive' href='https://example.org/2003/10'/>"
     "<link rel='http://www.iana.org/assignments/relation/current' href='https://example.org/feed'/></feed>",
     "|https://example.org/2003/10|||https://example.org/feed archive"},
    {"<rss><channel xmlns:fh='http://purl.org/syndication/history/1.0'><fh:complete/></channel></rss>",
     "|||| complete"},
    {"<rss xmlns:a='http://www.w3.org/2005/Atom'><channel><link>https://other.example/</link>"
     "<a:link rel='next' type='text/html' href='page2.html'/><a:link rel='next' "
     "href='page2.xml'/></channel></rss>",
     "https://example.org/page2.xml||||"},
    {"<rss><channel><generator>https://wordpress.org/?v=6.4.2</generator></channel></rss>", "|||| wordpress"},
    {"<rss><channel><generator>Not wordpress.org</generator></channel></rss>", "||||"},
    {"<feed xmlns='http://www.w3.org/2005/Atom'><generator uri='https://wordpress.org/' version='6'>WordPress"
     "</generator></feed>",
     "|||| wordpress"},
    {"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
     " xmlns:admin='http://webns.net/mvcb/'><channel>"
     "<admin:generatorAgent rdf:resource='https://wordpress.org/?v=2.0'/></channel></rdf:RDF>",
     "|||| wordpress"},
    {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"title\": \"x\"}],"
     " \"next_url\": \"feed2.json\"}",
     "https://example.org/feed2.json||||"},
    {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", "||||"},
    {"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [], \"next_url\": \" \"}", "||||"},
    // What leads nowhere on the web
    {"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='javascript:next()'/></feed>", "||||"},
    {"{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [], \"next_url\": 2}",
     "https://example.org/2||||"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(feed_links)

BOOST_DATA_TEST_CASE(are_those_that_the_feed_gives, boost::unit_test::data::make(kFeeds), c) {
  BOOST_TEST(line_of(parse_text(c.text, {"https://example.org/feed"}).report.links) == c.want);
}

BOOST_AUTO_TEST_CASE(are_seen_from_the_feeds_own_address_where_it_was_read_from_a_file) {
  BOOST_TEST(
      parse_text(
          "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://a.example/b/feed'/>"
          "<link rel='next' href='feed2'/></feed>")
          .report.links.next == "https://a.example/b/feed2");
  BOOST_TEST(parse_text("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='feed2'/></feed>")
                 .report.links.next.empty());
}

BOOST_AUTO_TEST_CASE(call_no_feed_complete_that_is_cut_off) {
  std::string const feed =
      "<rss><channel><complete xmlns='http://purl.org/syndication/history/1.0'/>"
      "<item><title>One</title></item><item><title>Two";
  auto const cut = parse_text(feed);
  BOOST_TEST(cut.posts.size() == 1u);
  BOOST_TEST(!cut.report.links.is_complete);
  BOOST_TEST(parse_text(feed + "</title></item></channel></rss>").report.links.is_complete);
}

BOOST_AUTO_TEST_SUITE_END()
