// A power cut during or after a run of `pressmark index`: what was not synced is lost, the store is not.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "scenario.h"

namespace pressmark {
namespace {

namespace data = boost::unit_test::data;

constexpr std::size_t kPosts = 20;

constexpr Beginning kBeginnings[] = {Beginning::nothing, Beginning::earlier_posts, Beginning::foreign_index};
constexpr char const* kFaults[] = {"power-cut", "power-cut-some"};

// More calls than there are: the cut comes after the run.
constexpr std::size_t kNever = 1'000'000;

}  // namespace

BOOST_AUTO_TEST_SUITE(power_cut)

BOOST_DATA_TEST_CASE(a_power_cut_leaves_the_old_or_the_new_answers_and_the_next_run_completes,
                     data::make(kBeginnings) * data::make(kFaults), beginning, name) {
  check_runs_that_die(Scenario(beginning, kPosts), name);
}

BOOST_DATA_TEST_CASE(a_power_cut_after_a_run_takes_nothing_of_it,
                     data::make(kBeginnings) * data::make(kFaults), beginning, name) {
  Scenario const scenario(beginning, kPosts);
  scenario.restore();
  BOOST_TEST(scenario.blog().index({name, kNever}).status == 0);
  BOOST_TEST(difference(state_of(scenario.blog().store()), scenario.after()) == "");
}

BOOST_AUTO_TEST_CASE(folders_made_above_a_store_outlive_a_power_cut) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 3);
  auto const store = folder.path() / "a" / "b" / "store";
  auto const end = run(pressmark_command(store, {"index", blog.feed().string()}),
                       fault_environment(folder.path() / "a", {"power-cut", kNever}));
  BOOST_REQUIRE_EQUAL(end.status, 0);
  BOOST_TEST(answer_of(store, "").find("\"estimatedTotalHits\": 3") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
