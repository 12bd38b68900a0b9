// Posts that come back from an export.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "archive_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

ChangeCounts restore(Archive& archive, std::vector<ArchivedPost> const& posts) {
  std::size_t next = 0;
  return archive.restore([&] { return next < posts.size() ? std::optional(posts[next++]) : std::nullopt; },
                         kToday);
}

bool same(std::vector<ArchivedPost> const& a, std::vector<ArchivedPost> const& b) {
  return std::ranges::equal(a, b, [](ArchivedPost const& x, ArchivedPost const& y) {
    return x.id == y.id && x.change == y.change && x.post == y.post;
  });
}

// Two posts, the first of them edited since.
std::vector<ArchivedPost> exported(Archive archive) {
  Post spades = make_post("spades");
  archive.apply("garden.xml", std::vector{spades, make_post("rakes")}, kToday);
  spades.title = "Edited";
  archive.apply("garden.xml", std::vector{spades}, kToday);
  return all_posts(archive);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_restore, ArchiveFixture)

BOOST_AUTO_TEST_CASE(an_empty_archive_becomes_the_one_that_was_exported) {
  auto const posts = exported(open());
  Archive archive(directory / "new.db", ArchiveAccess::read_write);
  BOOST_TEST(figures(restore(archive, posts)) == added(2));
  BOOST_TEST(same(all_posts(archive), posts));
  BOOST_TEST(archive.last_change() == 3);
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(restoring_twice_changes_nothing_and_neither_does_the_feed) {
  auto const posts = exported(open());
  Archive archive(directory / "new.db", ArchiveAccess::read_write);
  restore(archive, posts);
  BOOST_TEST(figures(restore(archive, posts)) == unchanged(2));
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{posts[0].post, posts[1].post}, kToday)) ==
             unchanged(2));
  BOOST_TEST(archive.last_change() == 3);
  BOOST_TEST(archive.sources().at(0).name == "garden.xml");
  BOOST_TEST(archive.sources().at(0).posts == 2u);
}

BOOST_AUTO_TEST_CASE(posts_that_changed_since_go_back_and_their_versions_are_kept) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
  ArchivedPost const before = all_posts(archive).at(0);
  Post edited = before.post;
  edited.title = "Edited";
  archive.apply("garden.xml", std::vector{edited}, kToday);
  BOOST_TEST(figures(restore(archive, {before})) == changed(1));
  BOOST_TEST(all_posts(archive).at(0).post == before.post);
  BOOST_TEST(all_posts(archive).at(0).change == 3);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{edited}, kToday)) == changed(1));
}

BOOST_AUTO_TEST_CASE(an_archive_with_posts_gives_new_change_numbers_in_the_same_order) {
  auto const posts = exported(open());
  Archive archive(directory / "new.db", ArchiveAccess::read_write);
  archive.apply("meadow.xml", std::vector{make_post("hoes")}, kToday);
  restore(archive, posts);
  auto const kept = all_posts(archive);
  BOOST_TEST_REQUIRE(kept.size() == 3u);
  BOOST_TEST(kept[1].id == posts[0].id);
  BOOST_TEST(kept[1].change == 2);
  BOOST_TEST(kept[2].id == posts[1].id);
  BOOST_TEST(kept[2].change == 3);
}

BOOST_AUTO_TEST_CASE(change_numbers_in_no_order_become_ascending_ones) {
  std::vector<ArchivedPost> posts;
  for (std::int64_t const change : {7, 3, 7, 0, 40}) {
    Post const post = make_post("post-" + std::to_string(posts.size()));
    posts.push_back({post_id(post.site, post.guid), change, post});
  }
  Archive archive = open();
  restore(archive, posts);
  std::vector<std::int64_t> changes;
  for (ArchivedPost const& archived : all_posts(archive)) changes.push_back(archived.change);
  BOOST_TEST(changes == std::vector<std::int64_t>({7, 8, 9, 10, 40}), boost::test_tools::per_element());
  BOOST_TEST(archive.last_change() == 40);
}

BOOST_AUTO_TEST_CASE(entries_that_share_a_page_stay_apart_then_and_later) {
  std::vector<Post> entries{make_post("1.0"), make_post("1.1")};
  for (Post& entry : entries) entry.url = "https://garden.example/changes";
  Archive archive = open();
  archive.apply("garden.xml", entries, kToday);
  Archive copy(directory / "new.db", ArchiveAccess::read_write);
  BOOST_TEST(figures(restore(copy, all_posts(archive))) == added(2));
  Post next = make_post("1.2");
  next.url = entries[0].url;
  BOOST_TEST(figures(copy.apply("garden.xml", std::vector{next}, kToday)) == added(1));
}

BOOST_AUTO_TEST_CASE(a_post_that_had_moved_is_known_to_its_new_feed) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
  archive.move("garden.example", "new.example", kToday);
  auto const posts = all_posts(archive);
  Archive copy(directory / "new.db", ArchiveAccess::read_write);
  restore(copy, posts);
  Post listed = posts[0].post;
  listed.title = "Another title";
  BOOST_TEST(figures(copy.apply("new.xml", std::vector{listed}, kToday)) == changed(1));
  BOOST_TEST(all_posts(copy).at(0).id == posts[0].id);
  BOOST_TEST(all_posts(copy).at(0).post.title == "Another title");
}

BOOST_AUTO_TEST_CASE(what_is_forgotten_does_not_come_back) {
  auto const posts = exported(open());
  Archive archive = open();
  archive.forget(std::vector{posts[0].post.url}, kToday);
  ChangeCounts const counts = restore(archive, posts);
  BOOST_TEST(counts.forgotten == 1u);
  BOOST_TEST(counts.unchanged == 1u);
  BOOST_TEST(archive.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_the_giver_throws_undoes_the_whole) {
  auto const posts = exported(open());
  Archive archive(directory / "new.db", ArchiveAccess::read_write);
  bool given = false;
  auto const break_off = [&]() -> std::optional<ArchivedPost> {
    if (std::exchange(given, true)) throw std::runtime_error("no more");
    return posts[0];
  };
  BOOST_CHECK_THROW(archive.restore(break_off, kToday), std::runtime_error);
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(archive.last_change() == 0);
  BOOST_TEST(archive.sources().empty());
}

BOOST_AUTO_TEST_SUITE_END()
