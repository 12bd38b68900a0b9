// The reports of forget, move and rollback.
#include "present/reports/change_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "common/date/parse_date.h"

using namespace pressmark;

namespace {

MoveReport sample_move() {
  return {.from = "a.example",
          .to = "b.example",
          .moved = 12,
          .taken = {{"https://a.example/1", "https://b.example/1"}},
          .posts = 25,
          .published = true};
}

RollbackReport sample_rollback() {
  RollbackReport report;
  report.rolled_back = {.job = 7, .counts = {.added = 3, .changed = 2, .removed = 1}, .kept = {}};
  report.command = "reindex";
  report.started = *parse_date("2026-03-14T02:10:00Z");
  report.posts = 25;
  return report;
}

constexpr auto kHold =
    "hint: nothing is read in from now on; when the sources are right again, run pressmark reindex "
    "--resume\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(change_report)

BOOST_AUTO_TEST_CASE(forgetting_says_how_many_went_and_how_many_are_left) {
  BOOST_TEST(change_text(ForgetReport{.removed = 2, .posts = 23}) == "2 posts forgotten, 23 left\n");
  BOOST_TEST(change_text(ForgetReport{.removed = 1}) == "1 post forgotten, 0 left\n");
}

BOOST_AUTO_TEST_CASE(forgetting_warns_of_each_name_that_no_post_has) {
  BOOST_TEST(change_notes(ForgetReport{.removed = 2, .posts = 23}).empty());
  BOOST_TEST(change_notes(ForgetReport{.unknown = {"https://a.example/1", "x"}, .posts = 23}) ==
             "warning: no post here has the address https://a.example/1; it is kept out all the same\n"
             "warning: no post here has the address x; it is kept out all the same\n");
}

BOOST_AUTO_TEST_CASE(forgetting_is_one_json_object) {
  auto const json = nlohmann::json::parse(
      change_json(ForgetReport{.removed = 2, .unknown = {"x"}, .posts = 23, .published = true}));
  auto const expected =
      nlohmann::json::parse(R"({"format":1,"removed":2,"unknown":["x"],"posts":23,"published":true})");
  BOOST_TEST(json == expected);
}

BOOST_AUTO_TEST_CASE(moving_says_how_many_moved) {
  BOOST_TEST(change_text(sample_move()) == "12 posts moved from a.example to b.example\n");
  BOOST_TEST(change_text(MoveReport{.from = "a", .to = "b", .moved = 1}) == "1 post moved from a to b\n");
}

BOOST_AUTO_TEST_CASE(moving_warns_of_each_post_that_stayed) {
  BOOST_TEST(change_notes(MoveReport{.from = "a", .to = "b", .moved = 1}).empty());
  BOOST_TEST(change_notes(sample_move()) ==
             "warning: https://a.example/1 stays: another post has the address https://b.example/1\n"
             "hint: forget the one of two that is not wanted: pressmark forget URL\n");
}

BOOST_AUTO_TEST_CASE(moving_is_one_json_object) {
  auto const json = nlohmann::json::parse(change_json(sample_move()));
  auto const expected = nlohmann::json::parse(
      R"({"format":1,"from":"a.example","to":"b.example","moved":12,"posts":25,"published":true,
          "taken":[{"url":"https://a.example/1","target":"https://b.example/1"}]})");
  BOOST_TEST(json == expected);
}

BOOST_AUTO_TEST_CASE(rolling_back_tells_what_was_undone_and_what_changed) {
  BOOST_TEST(change_text(sample_rollback()) ==
             "job 7 is undone, reindex of 2026-03-14T02:10:00Z: 1 post removed, 2 as before, 3 back; "
             "25 posts in all\n");
  BOOST_TEST(change_notes(sample_rollback()) == kHold);
}

BOOST_AUTO_TEST_CASE(rolling_back_names_the_posts_that_stayed_as_far_as_anyone_reads_them) {
  auto report = sample_rollback();
  report.rolled_back.kept.assign(12, {"id", "https://a.example/1"});
  auto const text = change_notes(report);
  BOOST_TEST(text.starts_with("warning: https://a.example/1 stays as it is: a later job changed it\n"));
  BOOST_TEST(text.ends_with(std::string("warning: and 2 posts more; --format json lists them\n") + kHold));
}

BOOST_AUTO_TEST_CASE(rolling_back_says_that_forgotten_posts_stay_away) {
  auto report = sample_rollback();
  report.rolled_back.counts.forgotten = 1;
  BOOST_TEST(change_notes(report) ==
             std::string("warning: 1 post did not come back: it is among what was forgotten\n") + kHold);
}

BOOST_AUTO_TEST_CASE(programs_get_the_counts_of_a_rollback_and_the_posts_that_stayed) {
  auto report = sample_rollback();
  report.rolled_back.kept = {{"ab12", "https://a.example/1"}};
  auto const json = nlohmann::json::parse(change_json(report));
  BOOST_TEST(json["run"] == 7);
  BOOST_TEST(json["removed"] == 1);
  BOOST_TEST(json["kept"][0]["id"] == "ab12");
  BOOST_TEST(json["posts"] == 25);
}

BOOST_AUTO_TEST_SUITE_END()
