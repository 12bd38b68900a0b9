// The archive, read out.
#include "operations/export_posts.h"

#include <boost/test/unit_test.hpp>

#include "blog_fixture.h"

using namespace pressmark;

BOOST_FIXTURE_TEST_SUITE(export_posts, BlogFixture)

BOOST_AUTO_TEST_CASE(every_live_post_comes_once_the_oldest_change_first) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  index({feed});
  items[0].html = "<p>Dig deeper.</p>";
  index({write("garden.xml", rss("garden.example", items))});
  std::vector<ArchivedPost> posts;
  pressmark::export_posts(layout, [&](ArchivedPost const& archived) { posts.push_back(archived); });
  BOOST_TEST_REQUIRE(posts.size() == 3u);
  BOOST_TEST(posts[0].post.title == "On rakes");
  BOOST_TEST(posts[1].post.title == "On hoes");
  BOOST_TEST(posts[2].post.title == "On spades");
  BOOST_TEST(posts[2].change == 4);
  BOOST_TEST(posts[2].post.source == feed);
  BOOST_TEST(posts[2].post.url == "https://garden.example/spades");
}

BOOST_AUTO_TEST_CASE(a_place_without_an_archive_says_so) {
  BOOST_CHECK_EXCEPTION(pressmark::export_posts(layout, [](ArchivedPost const&) {}), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_missing; });
}

BOOST_AUTO_TEST_SUITE_END()
