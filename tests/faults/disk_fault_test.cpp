// A run of `pressmark index` on a disk that fails or fills up: it says so, the store answers as before,
// and the next run finishes the work.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "scenario.h"

namespace pressmark {
namespace {

namespace data = boost::unit_test::data;

constexpr std::size_t kPosts = 20;

constexpr Beginning kBeginnings[] = {Beginning::nothing, Beginning::earlier_posts, Beginning::foreign_index};
constexpr char const* kFaults[] = {"enospc", "short-write", "eio"};

// Success counts only if nothing is missing: some calls, such as those that tidy up, may fail.
void check_failure_or_whole_success(Scenario const& scenario, ProcessEnd const& end) {
  if (end.status == 0) {
    BOOST_TEST(difference(state_of(scenario.blog().store()), scenario.after()) == "");
  } else {
    BOOST_TEST(fault_in_failure(end) == "");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(disk_fault)

BOOST_DATA_TEST_CASE(a_failing_call_fails_the_run_cleanly_and_leaves_the_answers,
                     data::make(kBeginnings) * data::make(kFaults), beginning, name) {
  Scenario const scenario(beginning, kPosts);
  for (auto const& fault : scenario.faults(name)) {
    BOOST_TEST_CONTEXT(scenario.description(fault)) {
      scenario.restore();
      check_failure_or_whole_success(scenario, scenario.blog().index(fault));
      check_old_or_new(scenario);
      check_next_run_completes(scenario);
    }
  }
}

BOOST_DATA_TEST_CASE(a_limit_on_file_sizes_fails_the_run_cleanly_and_leaves_the_answers,
                     data::make(kBeginnings), beginning) {
  Scenario const scenario(beginning, kPosts);
  for (auto const limit : {8'192, 32'768, 65'536}) {
    BOOST_TEST_CONTEXT("at most " << limit << " bytes a file") {
      scenario.restore();
      auto const end = run(scenario.blog().index_command({"prlimit", "--fsize=" + std::to_string(limit)}));
      BOOST_TEST(fault_in_failure(end) == "");
      check_old_or_new(scenario);
      check_next_run_completes(scenario);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
