// What the archive keeps, and how posts change in it.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "archive_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

// What visit_changes_after() tells: guid for a live post, "-id" for a removal.
std::vector<std::string> changes_after(Archive const& archive, std::int64_t change) {
  std::vector<std::string> seen;
  archive.visit_changes_after(
      change, [&](ArchivedPost const& archived) { seen.push_back(archived.post.guid); },
      [&](Tombstone const& tombstone) { seen.push_back("-" + tombstone.id); });
  return seen;
}

std::string id_of(Post const& post) {
  return post_id(post.site, post.guid);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive, ArchiveFixture)

BOOST_AUTO_TEST_CASE(a_new_archive_is_empty_and_has_an_identity) {
  Archive const archive = open();
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(archive.last_change() == 0);
  BOOST_TEST(archive.uuid().size() == 36u);
  BOOST_TEST(archive.sources().empty());
  BOOST_TEST(archive.verify().empty());
  Archive const other(directory / "other.db", ArchiveAccess::read_write);
  BOOST_TEST(other.uuid() != archive.uuid());
}

BOOST_AUTO_TEST_CASE(every_field_survives_closing_and_reopening) {
  Post full = make_post("spades");
  full.updated = kToday;
  Post odd;
  odd.site = "odd";
  odd.guid = std::string("nul\0inside", 10);
  odd.title =
      "\xEF\xBB\xBF"
      "Übergröße 日本 \xF0\x9F\x8C\xB1 'quoted'; --";
  odd.categories = {"3:x", "", "a:b", std::string("\0", 1)};
  odd.published = Timestamp(-86'400s);
  odd.html = std::string("<p>\0</p>\n\r\t", 11) + std::string(3'000'000, 'x');
  std::vector const posts{full, odd};
  std::string uuid;
  {
    Archive archive = open();
    uuid = archive.uuid();
    archive.apply("garden.xml", posts, kToday);
  }
  Archive const archive = open(ArchiveAccess::read_only);
  auto const kept = all_posts(archive);
  BOOST_TEST_REQUIRE(kept.size() == 2u);
  BOOST_TEST(kept[0].post == full);
  BOOST_TEST(kept[1].post == odd);
  BOOST_TEST(kept[0].id == id_of(full));
  BOOST_TEST(kept[0].change == 1);
  BOOST_TEST(kept[1].change == 2);
  BOOST_TEST(archive.uuid() == uuid);
}

BOOST_AUTO_TEST_CASE(applying_the_same_posts_again_changes_nothing) {
  Archive archive = open();
  std::vector const posts{make_post("spades"), make_post("rakes")};
  BOOST_TEST(figures(archive.apply("garden.xml", posts, kToday)) == added(2));
  BOOST_TEST(figures(archive.apply("garden.xml", posts, kToday + 24h)) == unchanged(2));
  BOOST_TEST(archive.last_change() == 2);
}

BOOST_AUTO_TEST_CASE(an_edited_post_gets_a_new_change_number_and_keeps_its_id) {
  Archive archive = open();
  std::vector posts{make_post("spades"), make_post("rakes")};
  archive.apply("garden.xml", posts, kToday);
  posts[0].title = "On better spades";
  posts[0].categories.clear();
  posts[0].summary.clear();
  ChangeCounts const counts = archive.apply("garden.xml", posts, kToday);
  BOOST_TEST(counts.changed == 1u);
  BOOST_TEST(counts.unchanged == 1u);
  BOOST_TEST(archive.size() == 2u);
  auto const kept = all_posts(archive);
  BOOST_TEST(kept[1].post == posts[0]);
  BOOST_TEST(kept[1].id == id_of(posts[0]));
  BOOST_TEST(kept[1].change == 3);
}

BOOST_AUTO_TEST_CASE(an_edit_that_is_taken_back_is_a_change_too) {
  Archive archive = open();
  Post const before = make_post("spades");
  Post after = before;
  after.html = "<p>Cut.</p>";
  archive.apply("garden.xml", std::vector{before}, kToday);
  archive.apply("garden.xml", std::vector{after}, kToday);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{before}, kToday)) == changed(1));
  BOOST_TEST(all_posts(archive).at(0).post == before);
}

BOOST_AUTO_TEST_CASE(posts_that_left_the_feed_stay) {
  Archive archive = open();
  archive.apply("garden.xml", std::vector{make_post("spades"), make_post("rakes")}, kToday);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{make_post("rakes")}, kToday)) == unchanged(1));
  BOOST_TEST(archive.size() == 2u);
}

BOOST_AUTO_TEST_CASE(of_two_posts_with_one_identity_in_a_batch_the_last_counts_once) {
  Archive archive = open();
  Post const first = make_post("spades");
  Post last = first;
  last.title = "The later one";
  std::vector const posts{first, last};
  BOOST_TEST(figures(archive.apply("garden.xml", posts, kToday)) == added(1));
  BOOST_TEST(all_posts(archive).at(0).post.title == "The later one");
  BOOST_TEST(figures(archive.apply("garden.xml", posts, kToday)) == unchanged(1));
}

BOOST_AUTO_TEST_CASE(a_batch_counts_when_it_is_committed_and_not_before) {
  auto archive = open();
  {
    auto batch = archive.begin("garden.xml", kToday);
    batch.add(make_post("spades"));
  }
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(archive.last_change() == 0);
  BOOST_TEST(archive.sources().empty());

  auto batch = archive.begin("garden.xml", kToday);
  batch.add(make_post("spades"));
  batch.add(make_post("rakes"));
  batch.add(make_post("spades"));
  auto const counts = batch.commit();
  BOOST_TEST(counts.added == 2u);
  auto const posts = all_posts(archive);
  BOOST_REQUIRE_EQUAL(posts.size(), 2u);
  BOOST_TEST(posts[0].post.guid == "rakes");  // the last of two counts, in its place
}

BOOST_AUTO_TEST_CASE(one_guid_on_two_sites_is_two_posts) {
  Archive archive = open();
  Post const here = make_post("1");
  Post there = make_post("1");
  there.site = "meadow.example";
  there.url = "https://meadow.example/1";
  BOOST_TEST(figures(archive.apply("both.xml", std::vector{here, there}, kToday)) == added(2));
}

BOOST_AUTO_TEST_CASE(changes_come_in_the_order_of_their_numbers) {
  Archive archive = open();
  Post spades = make_post("spades");
  Post const rakes = make_post("rakes");
  Post const hoes = make_post("hoes");
  archive.apply("garden.xml", std::vector{spades, rakes, hoes}, kToday);
  archive.remove(std::vector{id_of(rakes)}, kToday);
  spades.title = "Edited";
  archive.apply("garden.xml", std::vector{spades}, kToday);
  std::vector<std::string> const all{"hoes", "-" + id_of(rakes), "spades"};
  BOOST_TEST(changes_after(archive, 0) == all);
  BOOST_TEST(changes_after(archive, 4) == std::vector<std::string>{"spades"});
  BOOST_TEST(changes_after(archive, archive.last_change()).empty());
}

BOOST_AUTO_TEST_CASE(a_removed_post_that_returns_is_new_and_its_tombstone_goes) {
  Archive archive = open();
  Post const post = make_post("spades");
  archive.apply("garden.xml", std::vector{post}, kToday);
  BOOST_TEST(archive.remove(std::vector{id_of(post), std::string("unknown")}, kToday) == 1u);
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(archive.sources().at(0).posts == 0u);
  BOOST_TEST(figures(archive.apply("garden.xml", std::vector{post}, kToday)) == added(1));
  BOOST_TEST(changes_after(archive, 0) == std::vector<std::string>{"spades"});
  BOOST_TEST(archive.last_change() == 3);
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_forgotten_post_is_kept_out_under_any_guid) {
  Archive archive = open();
  Post const post = make_post("spades");
  Post elsewhere = make_post("copy");
  elsewhere.url = "https://GARDEN.example/spades?utm_source=feed";
  archive.apply("garden.xml", std::vector{post, make_post("rakes")}, kToday);
  BOOST_TEST(archive.forget(std::vector{post.url}, kToday).removed == 1u);
  BOOST_TEST(changes_after(archive, 2) == std::vector<std::string>{"-" + id_of(post)});
  ChangeCounts const counts = archive.apply("other.xml", std::vector{post, elsewhere}, kToday);
  BOOST_TEST(counts.forgotten == 2u);
  BOOST_TEST(counts.added == 0u);
  BOOST_TEST(archive.size() == 1u);
}

BOOST_AUTO_TEST_CASE(sources_tell_what_they_hold_and_when_they_were_read) {
  Archive archive = open();
  archive.apply("b.xml", std::vector{make_post("rakes")}, kToday);
  archive.apply("a.xml", std::vector{make_post("spades"), make_post("rakes")}, kToday);
  archive.save_source_states(std::vector<NamedSourceState>{{"a.xml", {.last_success = kToday + 1h}},
                                                           {"empty.xml", {.last_attempt = kToday}}});
  auto const sources = archive.sources();
  BOOST_TEST_REQUIRE(sources.size() == 3u);
  BOOST_TEST(sources[0].name == "a.xml");
  BOOST_TEST(sources[0].site == "garden.example");
  BOOST_TEST(sources[0].posts == 2u);
  BOOST_TEST(sources[0].state.last_success == kToday + 1h);
  BOOST_TEST(sources[1].posts == 1u);
  BOOST_TEST(!sources[1].state.last_success.has_value());
  BOOST_TEST(sources[2].posts == 0u);
  BOOST_TEST(sources[2].state.last_attempt == kToday);
}

BOOST_AUTO_TEST_CASE(a_post_without_a_guid_is_refused_and_nothing_is_written) {
  Archive archive = open();
  BOOST_CHECK_EXCEPTION(archive.apply("garden.xml", std::vector{make_post("spades"), make_post("")}, kToday),
                        Error, has_code(ErrorCode::internal));
  BOOST_TEST(archive.size() == 0u);
  BOOST_TEST(archive.sources().empty());
}

BOOST_AUTO_TEST_CASE(lengths_are_those_of_the_live_posts_in_the_order_of_changes) {
  Archive archive = open();
  Post post = make_post("spades");
  post.html = "<p>Zoë</p>";
  post.summary = "Hm";
  archive.apply("garden.xml", std::vector{make_post("rakes"), post}, kToday);
  std::vector<std::string> const rakes = {post_id("garden.example", "rakes")};
  archive.remove(rakes, kToday);
  std::vector<std::size_t> characters;
  archive.visit_post_lengths([&](PostLength const& length) { characters.push_back(length.characters); });
  BOOST_TEST(characters == std::vector<std::size_t>{12}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
