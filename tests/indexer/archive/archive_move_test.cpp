// Posts that move, and the feeds that know them from before or bring them from their new place.
#include <boost/test/unit_test.hpp>

#include "archive_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// make_post() as a feed of the new domain lists it; its guid is its address, or that of the old feed.
Post at_new_place(std::string const& slug, std::string const& guid = {}) {
  Post post = make_post(slug);
  post.site = "new.example";
  post.url = "https://new.example/" + slug;
  post.guid = guid.empty() ? post.url : guid;
  post.source = "new.xml";
  return post;
}

// As a feed lists it whose guids are addresses.
Post at_old_place(std::string const& slug) {
  Post post = make_post(slug);
  post.guid = post.url;
  return post;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_move, ArchiveFixture)

BOOST_AUTO_TEST_CASE(a_moved_post_keeps_its_id_and_its_content) {
  Archive archive = open();
  Post const before = at_old_place("spades");
  archive.apply("garden.xml", std::vector{before}, kToday);
  Moved const moved = archive.move("https://garden.example", "https://new.example", kToday);
  BOOST_TEST(moved.posts == 1u);
  BOOST_TEST(moved.taken.empty());
  ArchivedPost const kept = all_posts(archive).at(0);
  Post expected = before;
  expected.site = "new.example";
  expected.guid = expected.url = "https://new.example/spades";
  BOOST_TEST(kept.post == expected);
  BOOST_TEST(kept.id == post_id(before.site, before.guid));
  BOOST_TEST(kept.change == 2);
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_feed_at_the_new_place_brings_the_same_posts_and_can_edit_them) {
  struct Case {
    std::string name;
    std::string guid;  // in the new feed
    std::string source;
  };
  Post const before = at_old_place("spades");
  for (Case const& c : {Case{"guids rewritten", "", "new.xml"}, Case{"guids kept", before.guid, "new.xml"},
                        Case{"other guids", "https://new.example/?p=1", "new.xml"},
                        Case{"rewritten, under the old name", "", "garden.xml"},
                        Case{"kept, under the old name", before.guid, "garden.xml"}}) {
    BOOST_TEST_CONTEXT(c.name) {
      Archive archive(directory / c.name, ArchiveAccess::read_write);
      archive.apply("garden.xml", std::vector{before, at_old_place("rakes")}, kToday);
      archive.move("garden.example", "new.example", kToday);
      Post listed = at_new_place("spades", c.guid);
      BOOST_TEST(figures(archive.apply(c.source, std::vector{listed}, kToday)) == unchanged(1));
      listed.html += "<p>Longer at the new place.</p>";
      BOOST_TEST(figures(archive.apply(c.source, std::vector{listed}, kToday)) == changed(1));
      BOOST_TEST(archive.size() == 2u);
      ArchivedPost const kept = all_posts(archive).back();
      BOOST_TEST(kept.id == post_id(before.site, before.guid));
      BOOST_TEST(kept.post.html == listed.html);
      BOOST_TEST(archive.apply(c.source, std::vector{at_new_place("shears")}, kToday).added == 1u);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_feed_that_still_gives_the_old_address_does_not_move_the_post_back) {
  Archive archive = open();
  Post post = at_old_place("spades");
  archive.apply("garden.xml", std::vector{post}, kToday);
  archive.move("garden.example", "new.example", kToday);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{post}, kToday)) == unchanged(1));
  post.title = "On sharp spades";
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{post}, kToday)) == changed(1));
  BOOST_TEST(all_posts(archive).at(0).post.title == "On sharp spades");
  BOOST_TEST(all_posts(archive).at(0).post.url == "https://new.example/spades");

  Post elsewhere = post;
  elsewhere.site = "planet.example";
  elsewhere.guid = "planet-7";
  BOOST_TEST(figures(archive.apply("planet.xml", std::vector{elsewhere}, kToday)) == unchanged(1));
}

BOOST_AUTO_TEST_CASE(only_posts_under_the_address_move) {
  Archive archive = open();
  std::vector<Post> posts{at_old_place("blog/spades"), at_old_place("blogroll"), at_old_place("rakes")};
  archive.apply("garden.xml", posts, kToday);
  BOOST_TEST(archive.move("garden.example/blog", "garden.example/notes", kToday).posts == 1u);
  std::vector<std::string> urls;
  for (ArchivedPost const& archived : all_posts(archive)) urls.push_back(archived.post.url);
  std::vector<std::string> const expected{"https://garden.example/blogroll", "https://garden.example/rakes",
                                          "https://garden.example/notes/spades"};
  BOOST_TEST(urls == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(moving_again_moves_nothing_even_into_a_folder_of_the_same_site) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{at_old_place("spades")}, kToday);
  for (std::string const to : {"https://garden.example/blog", "https://new.example"}) {
    BOOST_TEST(archive.move("garden.example", to, kToday).posts == 1u);
    std::int64_t const rest = archive.last_change();
    BOOST_TEST(archive.move("garden.example", to, kToday).posts == 0u);
    BOOST_TEST(archive.last_change() == rest);
  }
}

BOOST_AUTO_TEST_CASE(posts_can_move_on_and_back) {
  Archive archive = open();
  Post const post = at_old_place("spades");
  archive.apply("garden.xml", std::vector{post}, kToday);
  archive.move("garden.example", "new.example", kToday);
  archive.move("new.example", "newest.example", kToday);
  BOOST_TEST(figures(archive.apply("new.xml", std::vector{at_new_place("spades")}, kToday)) == unchanged(1));
  archive.move("newest.example", "garden.example", kToday);
  BOOST_TEST(all_posts(archive).at(0).post == post);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{post}, kToday)) == unchanged(1));
  BOOST_TEST(archive.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_post_whose_new_address_is_taken_stays_and_is_told) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{at_old_place("spades"), at_old_place("rakes")}, kToday);
  Post const other = at_new_place("spades");
  archive.apply("new.xml", std::vector{other}, kToday);
  Moved const moved = archive.move("garden.example", "new.example", kToday);
  BOOST_TEST(moved.posts == 1u);
  BOOST_TEST_REQUIRE(moved.taken.size() == 1u);
  BOOST_TEST(moved.taken[0].url == "https://garden.example/spades");
  BOOST_TEST(moved.taken[0].target == "https://new.example/spades");
  BOOST_TEST(archive.size() == 3u);
  BOOST_TEST(figures(archive.apply("new.xml", std::vector{other}, kToday)) == unchanged(1));
}

BOOST_AUTO_TEST_CASE(two_posts_that_would_come_to_one_address_do_not_both_move) {
  Archive archive = open();
  std::vector<Post> posts{at_old_place("spades"), at_old_place("blades")};
  posts[1].url = "http://garden.example/spades";
  archive.apply("garden.xml", posts, kToday);
  Moved const moved = archive.move("garden.example", "https://new.example", kToday);
  BOOST_TEST(moved.posts == 1u);
  BOOST_TEST(moved.taken.size() == 1u);
}

BOOST_AUTO_TEST_CASE(entries_that_share_a_page_move_together_and_stay_apart) {
  std::vector<Post> entries{make_post("1.0"), make_post("1.1")};
  for (Post& entry : entries) entry.url = "https://garden.example/changes#" + entry.guid;
  Archive archive = open();
  archive.apply("garden.xml", entries, kToday);
  BOOST_TEST(archive.move("garden.example", "new.example", kToday).posts == 2u);
  for (Post& entry : entries) {
    entry.url = "https://new.example/changes#" + entry.guid;
    entry.site = "new.example";
  }
  BOOST_TEST(figures(archive.apply("new.xml", entries, kToday)) == unchanged(2));
}

BOOST_AUTO_TEST_CASE(blogs_with_equal_guids_that_move_into_one_are_not_mistaken_for_each_other) {
  Archive archive = open();
  Post const spades = make_post("1");
  Post rakes = make_post("1");
  rakes.site = "meadow.example";
  rakes.url = "https://meadow.example/1";
  archive.apply("garden.xml", std::vector{spades}, kToday);
  archive.apply("meadow.xml", std::vector{rakes}, kToday);
  archive.move("garden.example", "new.example/garden", kToday);
  archive.move("meadow.example", "new.example/meadow", kToday);
  Post third = make_post("1");
  third.site = "new.example";
  third.url = "https://new.example/herbs";
  BOOST_TEST(figures(archive.apply("new.xml", std::vector{third}, kToday)) == added(1));
}

BOOST_AUTO_TEST_CASE(what_is_no_address_changes_nothing) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{at_old_place("spades")}, kToday);
  BOOST_CHECK_EXCEPTION(archive.move("garden.example", "", kToday), Error, has_code(ErrorCode::usage));
  BOOST_TEST(archive.last_change() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
