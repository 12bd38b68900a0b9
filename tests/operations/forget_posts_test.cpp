// Posts that are to be found no more.
#include "operations/forget_posts.h"

#include <boost/test/unit_test.hpp>

#include "blog_fixture.h"
#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "indexer/write/store_lock.h"

using namespace pressmark;

BOOST_FIXTURE_TEST_SUITE(forget_posts, BlogFixture)

BOOST_AUTO_TEST_CASE(a_forgotten_post_leaves_the_index_and_no_run_brings_it_back) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  index({feed});
  auto const report = pressmark::forget_posts(
      layout, {"https://garden.example/rakes", "https://garden.example/nowhere"}, kToday);
  BOOST_TEST(report.removed == 1u);
  BOOST_TEST(report.unknown == std::vector<std::string>{"https://garden.example/nowhere"});
  BOOST_TEST(report.posts == 2u);
  BOOST_TEST(report.published);
  auto const posts_with_rake = [&] {
    return IndexReader(layout).read([](Xapian::Database const& database, IndexInfo const&) {
      return database.get_termfreq(word_term(Field::title, "rakes"));
    });
  };
  BOOST_TEST(posts_with_rake() == 0u);
  items[1].title = "On better rakes";
  auto const again = index({write("garden.xml", rss("garden.example", items))});
  BOOST_TEST(again.added == 0u);
  BOOST_TEST(again.skipped == 1u);
  BOOST_TEST(posts_with_rake() == 0u);
}

BOOST_AUTO_TEST_CASE(a_place_without_an_archive_says_so_and_stays_empty) {
  BOOST_CHECK_EXCEPTION(pressmark::forget_posts(layout, {"https://garden.example/rakes"}, kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_missing; });
  BOOST_TEST(!std::filesystem::exists(layout.root));
}

BOOST_AUTO_TEST_CASE(a_store_that_another_writer_holds_is_left_alone) {
  index({write("garden.xml", rss("garden.example", items))});
  StoreLock const lock(layout.root);
  auto const before = store_bytes();
  BOOST_CHECK_EXCEPTION(pressmark::forget_posts(layout, {"https://garden.example/rakes"}, kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::store_locked; });
  BOOST_TEST((store_bytes() == before));
}

BOOST_AUTO_TEST_SUITE_END()
