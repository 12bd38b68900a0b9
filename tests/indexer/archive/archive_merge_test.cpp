// One post in several sources.
#include <boost/test/unit_test.hpp>

#include "archive_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// The same article as make_post("spades"), as another site's feed lists it.
Post listed_elsewhere() {
  Post post;
  post.site = "planet.example";
  post.guid = "planet-7";
  post.url = "https://garden.example/spades?utm_medium=rss#top";
  post.title = "Spades, says Ada";
  post.categories = {"Tools", "Planet"};
  post.html = "<p>All.</p>";
  post.source = "planet.xml";
  return post;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_merge, ArchiveFixture)

BOOST_AUTO_TEST_CASE(a_post_with_a_known_address_merges_into_the_first) {
  Archive archive = open();
  Post first = make_post("spades");
  first.author.clear();
  archive.apply("garden.xml", std::vector{first}, kToday);
  Post second = listed_elsewhere();
  second.author = "Ada Green";
  second.html = std::string(200, 'x');
  BOOST_TEST(figures(archive.apply("planet.xml", std::vector{second}, kToday)) == changed(1));

  BOOST_TEST_REQUIRE(archive.size() == 1u);
  ArchivedPost const merged = all_posts(archive).at(0);
  std::vector<std::string> const categories{"Soil", "Tools", "Planet"};
  BOOST_TEST(merged.id == post_id(first.site, first.guid));
  BOOST_TEST(merged.post.guid == "spades");
  BOOST_TEST(merged.post.source == "garden.xml");
  BOOST_TEST(merged.post.title == first.title);
  BOOST_TEST(merged.post.author == "Ada Green");
  BOOST_TEST(merged.post.categories == categories);
  BOOST_TEST(merged.post.html == second.html);
}

BOOST_AUTO_TEST_CASE(a_shorter_content_does_not_replace_the_one_at_hand) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
  archive.apply("planet.xml", std::vector{listed_elsewhere()}, kToday);
  BOOST_TEST(all_posts(archive).at(0).post.html == make_post("spades").html);
}

BOOST_AUTO_TEST_CASE(two_feeds_read_in_turn_come_to_rest) {
  Post respelled = make_post("spades");
  respelled.title = "Another spelling";
  struct Case {
    std::string name;
    Post second;
    std::string source;
  };
  std::vector<Case> const cases{
      {"another guid", listed_elsewhere(), "planet.xml"},
      {"another guid, both from standard input", listed_elsewhere(), "garden.xml"},
      {"the same guid with another title", respelled, "planet.xml"},
  };
  for (Case const& c : cases) {
    BOOST_TEST_CONTEXT(c.name) {
      Archive archive(directory / c.name, ArchiveAccess::read_write);
      archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
      archive.apply(c.source, std::vector{c.second}, kToday);
      std::int64_t const rest = archive.last_change();
      for (int night = 0; night < 3; ++night) {
        BOOST_TEST(figures(archive.apply("garden.xml", std::vector{make_post("spades")}, kToday)) ==
                   unchanged(1));
        BOOST_TEST(figures(archive.apply(c.source, std::vector{c.second}, kToday)) == unchanged(1));
      }
      BOOST_TEST(archive.last_change() == rest);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_edit_at_the_first_source_takes_effect_and_the_others_add_to_it_again) {
  Archive archive = open();
  Post first = make_post("spades");
  archive.apply("garden.xml", std::vector{first}, kToday);
  archive.apply("planet.xml", std::vector{listed_elsewhere()}, kToday);
  first.title = "On sharp spades";
  first.categories = {"Edges"};
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{first}, kToday)) == changed(1));
  archive.apply("planet.xml", std::vector{listed_elsewhere()}, kToday);
  Post const merged = all_posts(archive).at(0).post;
  std::vector<std::string> const categories{"Edges", "Tools", "Planet"};
  BOOST_TEST(merged.title == "On sharp spades");
  BOOST_TEST(merged.categories == categories);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{first}, kToday)) == unchanged(1));
  BOOST_TEST(figures(archive.apply("planet.xml", std::vector{listed_elsewhere()}, kToday)) == unchanged(1));
}

BOOST_AUTO_TEST_CASE(an_excerpt_from_another_source_does_not_erase_the_content) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{make_post("spades")}, kToday);
  Post excerpt = make_post("spades");
  excerpt.html.clear();
  excerpt.author.clear();
  BOOST_TEST(figures(archive.apply("tools-feed.xml", std::vector{excerpt}, kToday)) == unchanged(1));
  BOOST_TEST(all_posts(archive).at(0).post == make_post("spades"));
}

BOOST_AUTO_TEST_CASE(a_later_copy_of_a_feed_under_another_name_replaces_what_it_edits) {
  Archive archive = open();
  Post post = make_post("spades");
  archive.apply("march.xml", std::vector{post}, kToday);
  post.html = "<p>Cut short.</p>";
  post.categories = {"Metal"};
  post.source = "april.xml";
  BOOST_TEST(figures(archive.apply("april.xml", std::vector{post}, kToday)) == changed(1));
  BOOST_TEST(all_posts(archive).at(0).post == post);
}

BOOST_AUTO_TEST_CASE(entries_that_share_a_page_stay_apart) {
  Archive archive = open();
  std::vector<Post> releases;
  for (std::string const version : {"1.0", "1.1", "1.2"}) {
    releases.push_back(make_post(version));
    releases.back().title = "Release";
    releases.back().url = "https://garden.example/changes#" + version;
  }
  BOOST_TEST(figures(archive.apply("garden.xml", releases, kToday)) == added(3));
  for (Post& release : releases) {
    release.site = "planet.example";
    release.categories.push_back("Seen at " + release.guid);
  }
  BOOST_TEST(figures(archive.apply("planet.xml", releases, kToday)) == changed(3));
  for (ArchivedPost const& archived : all_posts(archive)) {
    BOOST_TEST(archived.post.categories.back() == "Seen at " + archived.post.guid);
  }
  Post next = make_post("1.3");
  next.url = "https://garden.example/changes#1.3";
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{next}, kToday)) == added(1));
}

BOOST_AUTO_TEST_CASE(an_edit_goes_to_the_post_that_was_merged_with_before) {
  Archive archive = open();
  std::vector<Post> notes{make_post("morning"), make_post("evening")};
  for (Post& note : notes) note.url = "https://garden.example/today";
  archive.apply("garden.xml", notes, kToday);
  Post listed = listed_elsewhere();
  listed.url = "https://garden.example/today";
  archive.apply("planet.xml", std::vector{listed}, kToday);
  listed.categories.emplace_back("Late");
  BOOST_TEST(figures(archive.apply("planet.xml", std::vector{listed}, kToday)) == changed(1));
  for (ArchivedPost const& archived : all_posts(archive)) {
    BOOST_TEST((archived.post.categories.back() == "Late") == (archived.post.guid == "morning"));
  }
}

BOOST_AUTO_TEST_CASE(a_post_whose_source_changed_its_guid_is_the_same_post_and_can_be_edited) {
  Archive archive = open();
  Post const before = make_post("spades");
  Post after = before;
  after.guid = "https://garden.example/?p=1";
  archive.apply("garden.xml", std::vector{before}, kToday);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{after}, kToday)) == unchanged(1));
  after.title = "On blunt spades";
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{after}, kToday)) == changed(1));
  BOOST_TEST_REQUIRE(archive.size() == 1u);
  ArchivedPost const kept = all_posts(archive).at(0);
  BOOST_TEST(kept.id == post_id(before.site, before.guid));
  BOOST_TEST(kept.post.title == "On blunt spades");
}

BOOST_AUTO_TEST_CASE(posts_without_an_address_never_merge) {
  Archive archive = open();
  Post first = make_post("1");
  Post second = make_post("2");
  first.url.clear();
  second.url.clear();
  archive.apply("a.xml", std::vector{first}, kToday);
  BOOST_TEST(figures(archive.apply("b.xml", std::vector{second}, kToday)) == added(1));
}

BOOST_AUTO_TEST_SUITE_END()
