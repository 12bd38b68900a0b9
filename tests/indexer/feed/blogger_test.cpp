// Which entries of a Blogger export are posts.
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/indexer/support/parsed_feed.h"

using namespace pressmark;

namespace {

ParsedFeed parse(std::string const& entries) {
  return parse_text(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'"
      " xmlns:blogger='http://schemas.google.com/blogger/2018'>" +
      entries + "</feed>");
}

std::string of_kind(std::string const& kind, std::string const& more = {}) {
  return "<entry><id>" + kind + "</id><title>" + kind +
         "</title><category scheme='http://schemas.google.com/g/2005#kind'"
         " term='http://schemas.google.com/blogger/2008/kind#" +
         kind + "'/><category scheme='http://www.blogger.com/atom/ns#' term='Soil'/>" + more + "</entry>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(blogger)

BOOST_AUTO_TEST_CASE(gives_posts_alone) {
  auto const feed = parse(of_kind("template") + of_kind("settings") + of_kind("post") + of_kind("comment") +
                          of_kind("page"));
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(feed.posts[0].title == "post");
  BOOST_REQUIRE_EQUAL(feed.posts[0].categories.size(), 1u);
  BOOST_TEST(feed.posts[0].categories[0] == "Soil");
  BOOST_TEST(feed.report.skipped == 0u);
}

BOOST_AUTO_TEST_CASE(keeps_drafts_back) {
  auto const feed = parse(of_kind("post", "<app:control><app:draft>yes</app:draft></app:control>"));
  BOOST_TEST(feed.posts.empty());
  BOOST_TEST(feed.report.skipped == 1u);
  BOOST_REQUIRE_EQUAL(feed.report.problems.size(), 1u);
  BOOST_TEST(feed.report.problems[0].what == "an item is a draft and left out");
}

BOOST_AUTO_TEST_CASE(reads_the_newer_exports) {
  auto const feed = parse(
      "<entry><title>1</title><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status></entry>"
      "<entry><title>2</title><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status></entry>"
      "<entry><title>3</title><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status></"
      "entry>"
      "<entry><title>4</title><blogger:type>POST</blogger:type>"
      "<blogger:status>SOFT_TRASHED</blogger:status></entry>");
  BOOST_REQUIRE_EQUAL(feed.posts.size(), 1u);
  BOOST_TEST(feed.posts[0].title == "1");
  BOOST_TEST(feed.report.skipped == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
