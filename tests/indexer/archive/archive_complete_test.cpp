// Sources that declare themselves complete, and gates on what a batch is about to do.
#include <boost/test/unit_test.hpp>
#include <optional>
#include <stdexcept>

#include "archive_fixture.h"
#include "archive_sql.h"

using namespace pressmark;

namespace {

ChangeCounts apply(Archive& archive, std::string const& source, std::vector<Post> const& posts,
                   BatchOptions const& options) {
  ArchiveBatch batch = archive.begin(source, kToday);
  for (Post const& post : posts) batch.add(post);
  return batch.commit(options);
}

ChangeCounts apply_complete(Archive& archive, std::string const& source, std::vector<Post> const& posts) {
  return apply(archive, source, posts, {.leaving = Leaving::removed});
}

std::vector<std::size_t> removed(std::size_t posts, std::size_t unchanged) {
  return {0, 0, unchanged, posts, 0};
}

std::vector<std::string> guids(Archive const& archive) {
  std::vector<std::string> found;
  for (ArchivedPost const& archived : all_posts(archive)) found.push_back(archived.post.guid);
  return found;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(archive_complete, ArchiveFixture)

BOOST_AUTO_TEST_CASE(what_a_complete_source_does_not_list_is_removed_and_its_versions_are_kept) {
  Archive archive = open();
  apply(archive, "all.xml", {make_post("spades"), make_post("rakes"), make_post("hoes")}, {});
  BOOST_TEST(figures(apply_complete(archive, "all.xml", {make_post("rakes")})) == removed(2, 1));
  BOOST_TEST(guids(archive) == std::vector<std::string>{"rakes"});
  BOOST_TEST(archive.last_change() == 5);
  BOOST_TEST(sql(path(), "SELECT count(*) FROM tombstones") == "2");
  BOOST_TEST(sql(path(), "SELECT count(*) FROM versions WHERE removed = 1") == "2");
  BOOST_TEST(archive.sources().at(0).posts == 1u);
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_post_that_another_source_holds_leaves_only_the_complete_one) {
  Archive archive = open();
  apply(archive, "all.xml", {make_post("spades"), make_post("rakes")}, {});
  apply(archive, "planet.xml", {make_post("spades")}, {});
  BOOST_TEST(figures(apply_complete(archive, "all.xml", {make_post("rakes")})) == removed(0, 1));
  BOOST_TEST(archive.size() == 2u);
  BOOST_TEST(archive.sources().at(0).posts == 1u);
  BOOST_TEST(archive.sources().at(1).posts == 1u);
  // Now that it is the only one, the other can take it out.
  BOOST_TEST(figures(apply_complete(archive, "planet.xml", {})) == removed(1, 0));
}

BOOST_AUTO_TEST_CASE(posts_of_other_sources_are_not_its_to_remove) {
  Archive archive = open();
  apply(archive, "garden.xml", {make_post("spades")}, {});
  BOOST_TEST(figures(apply_complete(archive, "all.xml", {make_post("rakes")})) == added(1));
  BOOST_TEST(archive.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_post_whose_guid_changed_has_not_left) {
  Archive archive = open();
  apply(archive, "all.xml", {make_post("spades")}, {});
  Post renamed = make_post("spades");
  renamed.guid = "urn:spades";
  BOOST_TEST(figures(apply_complete(archive, "all.xml", {renamed})) == unchanged(1));
  BOOST_TEST(figures(apply_complete(archive, "all.xml", {renamed})) == unchanged(1));
  BOOST_TEST(archive.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_complete_source_that_lists_what_it_listed_writes_nothing) {
  Archive archive = open();
  std::vector const posts{make_post("spades"), make_post("rakes")};
  apply_complete(archive, "all.xml", posts);
  std::string const before = all_rows(path());
  BOOST_TEST(figures(apply_complete(archive, "all.xml", posts)) == unchanged(2));
  BOOST_TEST(all_rows(path()) == before);
}

BOOST_AUTO_TEST_CASE(a_post_that_left_and_returns_is_added) {
  Archive archive = open();
  apply_complete(archive, "all.xml", {make_post("spades"), make_post("rakes")});
  apply_complete(archive, "all.xml", {make_post("rakes")});
  BOOST_TEST(apply_complete(archive, "all.xml", {make_post("spades"), make_post("rakes")}).added == 1u);
}

BOOST_AUTO_TEST_CASE(what_stands_at_an_address_that_is_gone_goes_with_it_unless_another_source_holds_it) {
  Archive archive = open();
  Post const spades = make_post("spades");
  Post const rakes = make_post("rakes");
  apply(archive, "map.xml", {spades, rakes, make_post("hoes")}, {});
  apply(archive, "planet.xml", {rakes}, {});
  BatchOptions const gone{.gone = {spades.url, rakes.url, "https://garden.example/never-was"}};
  BOOST_TEST(figures(apply(archive, "other.xml", {}, gone)) == removed(0, 0));
  BOOST_TEST(figures(apply(archive, "map.xml", {}, gone)) == removed(1, 0));
  BOOST_TEST(guids(archive) == (std::vector<std::string>{"rakes", "hoes"}));
  BOOST_TEST(figures(apply(archive, "planet.xml", {}, gone)) == removed(1, 0));
  BOOST_TEST(archive.verify().empty());
}

BOOST_AUTO_TEST_CASE(a_gate_is_told_what_is_about_to_happen) {
  Archive archive = open();
  Post const spades = make_post("spades");
  apply(archive, "all.xml", {spades, make_post("rakes"), make_post("hoes")}, {});
  Post shorter = spades;
  shorter.html = "<p>Cut.</p>";
  std::optional<BatchEffect> told;
  apply(archive, "all.xml", {shorter, make_post("rakes"), make_post("new")},
        {.leaving = Leaving::removed, .gate = [&](BatchEffect const& effect) { told = effect; }});
  BOOST_TEST_REQUIRE(told.has_value());
  BOOST_TEST(figures(told->counts) == (std::vector<std::size_t>{1, 1, 1, 1, 0}));
  BOOST_TEST(told->held_before == 3u);
  BOOST_TEST(told->text_before == spades.html.size() + spades.summary.size());
  BOOST_TEST(told->text_after == shorter.html.size() + shorter.summary.size());
}

BOOST_AUTO_TEST_CASE(a_gate_that_throws_leaves_every_row_as_it_was) {
  Archive archive = open();
  apply(archive, "all.xml", {make_post("spades"), make_post("rakes")}, {});
  apply(archive, "planet.xml", {make_post("spades")}, {});
  std::string const before = all_rows(path());
  Post edited = make_post("rakes");
  edited.title = "Edited";
  BatchOptions const refusing{.leaving = Leaving::removed, .gate = [](BatchEffect const&) {
                                throw Error(ErrorCode::gate_failed, "too much goes");
                              }};
  archive.begin_job("reindex", kToday);
  ArchiveBatch batch = archive.begin("all.xml", kToday);
  batch.add(edited);
  batch.add(make_post("new"));
  BOOST_CHECK_EXCEPTION(batch.commit(refusing), Error, has_code(ErrorCode::gate_failed));
  BOOST_TEST(all_rows(path()) == before);
  // The refused batch is still at hand, and stands in nobody's way.
  BOOST_TEST(apply(archive, "all.xml", {edited}, {}).changed == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
