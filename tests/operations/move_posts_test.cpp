// A blog that moves to another domain.
#include "operations/move_posts.h"

#include <boost/test/unit_test.hpp>

#include "blog_fixture.h"
#include "common/index/index_reader.h"
#include "common/index/schema.h"

using namespace pressmark;

namespace {

std::size_t posts_on_host(StoreLayout const& layout, std::string const& host) {
  return IndexReader(layout).read([&](Xapian::Database const& database, IndexInfo const&) -> std::size_t {
    return database.get_termfreq(key_term(Field::host, host));
  });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(move_posts, BlogFixture)

BOOST_AUTO_TEST_CASE(the_feed_at_the_new_domain_adds_nothing_but_what_is_new) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const report = pressmark::move_posts(layout, "https://garden.example", "https://new.example", kToday);
  BOOST_TEST(report.moved == 3u);
  BOOST_TEST(report.taken.empty());
  BOOST_TEST(report.posts == 3u);
  BOOST_TEST(report.published);
  BOOST_TEST(posts_on_host(layout, "garden.example") == 0u);
  BOOST_TEST(posts_on_host(layout, "new.example") == 3u);

  auto const feed = write("new.xml", rss("new.example", items));
  auto const first = index({feed});
  BOOST_TEST(first.added == 0u);
  BOOST_TEST(first.changed == 0u);
  BOOST_TEST(first.unchanged == 3u);
  items[0].title = "On sharp spades";
  items.push_back({"shears", "On shears", "<p>Clip the hedge.</p>"});
  write("new.xml", rss("new.example", items));
  auto const second = index({feed});
  BOOST_TEST(second.added == 1u);
  BOOST_TEST(second.changed == 1u);
  BOOST_TEST(second.posts == 4u);
}

BOOST_AUTO_TEST_CASE(posts_whose_address_is_taken_are_told) {
  index({write("garden.xml", rss("garden.example", items))});
  index({write("new.xml", rss("new.example", {items[0]}))});
  auto const report = pressmark::move_posts(layout, "garden.example", "new.example", kToday);
  BOOST_TEST(report.moved == 2u);
  BOOST_TEST_REQUIRE(report.taken.size() == 1u);
  BOOST_TEST(report.taken[0].url == "https://garden.example/spades");
  BOOST_TEST(report.posts == 4u);
}

BOOST_AUTO_TEST_CASE(what_is_no_address_leaves_the_store_as_it_was) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const before = store_bytes();
  BOOST_CHECK_EXCEPTION(pressmark::move_posts(layout, "garden.example", "/blog", kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::usage; });
  BOOST_TEST((store_bytes() == before));
}

BOOST_AUTO_TEST_CASE(a_place_without_an_archive_says_so_and_stays_empty) {
  BOOST_CHECK_EXCEPTION(pressmark::move_posts(layout, "a.example", "b.example", kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_missing; });
  BOOST_TEST(!std::filesystem::exists(layout.root));
}

BOOST_AUTO_TEST_SUITE_END()
