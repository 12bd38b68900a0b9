// Dividing the posts of an archive among threads.
#include "indexer/write/shards.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "store_fixture.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(shards)

BOOST_FIXTURE_TEST_CASE(runs_of_posts_are_about_as_long_and_leave_none_out, StoreFixture) {
  BOOST_TEST(divide_posts(archive, 3).empty());
  std::vector<NumberedPost> posts;
  for (int number = 0; number < 30; ++number) {
    posts.push_back({number, std::string(number < 10 ? 2'000 : 1'000, 'a')});
  }
  archive_posts(posts);
  for (std::size_t const parts : {1u, 2u, 4u, 30u, 100u}) {
    auto const ranges = divide_posts(archive, parts);
    BOOST_TEST(ranges.size() == std::min<std::size_t>(parts, 30));
    std::vector<std::string> ids;
    for (ChangeRange const range : ranges) {
      std::size_t bytes = 0;
      archive.visit_posts(
          [&](ArchivedPost const& archived) {
            ids.push_back(archived.id);
            bytes += archived.post.html.size();
          },
          range);
      BOOST_TEST(bytes > 0u);
      BOOST_TEST(bytes <= 40'000 / ranges.size() + 2'000);
    }
    std::vector<std::string> wanted;
    archive.visit_posts([&](ArchivedPost const& archived) { wanted.push_back(archived.id); });
    BOOST_TEST(ids == wanted);
  }
}

BOOST_AUTO_TEST_SUITE_END()
