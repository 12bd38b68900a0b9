// What a store is said to hold.
#include "operations/store_stats.h"

#include <boost/test/unit_test.hpp>

#include "blog_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

BOOST_FIXTURE_TEST_SUITE(store_stats, BlogFixture)

BOOST_AUTO_TEST_CASE(a_place_without_a_store_says_so) {
  for (bool const exists : {false, true}) {
    if (exists) fs::create_directory(layout.root);
    BOOST_CHECK_EXCEPTION(static_cast<void>(pressmark::store_stats(layout)), Error, [](Error const& error) {
      return error.code() == ErrorCode::store_missing && !error.hint().empty();
    });
  }
}

BOOST_AUTO_TEST_CASE(posts_sections_sources_times_and_sizes_are_told) {
  auto const feed = write("garden.xml", rss("garden.example", items));
  auto const report = index({feed});
  auto const stats = pressmark::store_stats(layout);
  BOOST_TEST(stats.posts == 3u);
  BOOST_TEST(stats.sections == 4u);
  BOOST_TEST(stats.generation == report.generation);
  BOOST_TEST(!stats.format.empty());
  BOOST_TEST(stats.languages == std::vector<std::string>{"en"});
  Timestamp const first{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1} + 8h};
  BOOST_TEST(stats.oldest == first);
  BOOST_TEST(stats.newest == first + std::chrono::days(2));
  BOOST_TEST(stats.archive_bytes >= fs::file_size(layout.archive()));
  BOOST_TEST(stats.index_bytes > 0u);
  BOOST_TEST_REQUIRE(stats.sources.size() == 1u);
  BOOST_TEST(stats.sources[0].name == feed);
  BOOST_TEST(stats.sources[0].site == "garden.example");
  BOOST_TEST(stats.sources[0].posts == 3u);
  BOOST_TEST(stats.sources[0].last_read == kToday);
}

BOOST_AUTO_TEST_CASE(an_index_without_its_archive_is_told_by_itself) {
  index({write("garden.xml", rss("garden.example", items))});
  fs::remove(layout.archive());
  auto const stats = pressmark::store_stats(layout);
  BOOST_TEST(stats.posts == 3u);
  BOOST_TEST(stats.sections == 4u);
  BOOST_TEST(stats.sources.empty());
  BOOST_TEST(stats.archive_bytes == 0u);
}

BOOST_AUTO_TEST_CASE(an_archive_without_an_index_is_told_by_itself) {
  index({write("garden.xml", rss("garden.example", items))});
  fs::remove(layout.current());
  fs::remove_all(layout.index());
  auto const stats = pressmark::store_stats(layout);
  BOOST_TEST(stats.posts == 3u);
  BOOST_TEST(stats.sections == 0u);
  BOOST_TEST(stats.generation.empty());
  BOOST_TEST(stats.sources.size() == 1u);
  BOOST_TEST(stats.index_bytes == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
