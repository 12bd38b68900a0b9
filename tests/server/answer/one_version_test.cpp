// What is read in several steps, while somebody publishes in between.
#include "server/answer/one_version.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <string>

#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

// A store that can be published to, and a searcher on it.
struct Fixture {
  SampleStore store{{{"one", "One post", "2026-03-01T00:00:00Z", {}, "<p>Words.</p>"}}};
  Searcher searcher{store.layout()};
  int published = 0;

  void publish() {
    auto const feed = store.layout().root.parent_path() / "more.xml";
    auto const number = std::to_string(++published);
    std::ofstream(feed)
        << "<rss version=\"2.0\"><channel><title>More</title><link>https://more.example/</link>"
           "<item><title>Post "
        << number << "</title><link>https://more.example/" << number
        << "</link><description>words</description></item></channel></rss>";
    index_sources(store.layout(), {feed.string()}, {}, kSampleRead);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(one_version)

BOOST_FIXTURE_TEST_CASE(what_is_published_meanwhile_has_it_read_again, Fixture) {
  int reads = 0;
  auto const posts = read_one_version(searcher, [&] {
    auto const before = searcher.state().posts;
    if (++reads == 1) publish();
    return std::pair(before, searcher.state().posts);
  });
  BOOST_TEST(reads == 2);
  BOOST_TEST(posts.first == 2U);
  BOOST_TEST(posts.second == 2U);
}

BOOST_FIXTURE_TEST_CASE(an_index_that_stays_is_read_once, Fixture) {
  int reads = 0;
  BOOST_TEST(read_one_version(searcher, [&] { return ++reads; }) == 1);
}

BOOST_FIXTURE_TEST_CASE(an_index_that_never_stays_is_an_error, Fixture) {
  auto const read = [&] {
    return read_one_version(searcher, [&] {
      publish();
      return published;
    });
  };
  BOOST_CHECK_THROW(read(), Error);
}

BOOST_AUTO_TEST_SUITE_END()
