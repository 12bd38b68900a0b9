// A run of `pressmark index` that is killed: readers do not notice, and the next run finishes its work.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "scenario.h"

namespace pressmark {
namespace {

namespace data = boost::unit_test::data;

constexpr std::size_t kPosts = 20;

constexpr Beginning kBeginnings[] = {Beginning::nothing, Beginning::earlier_posts, Beginning::foreign_index};
constexpr char const* kFaults[] = {"kill", "kill-after"};

}  // namespace

BOOST_AUTO_TEST_SUITE(kill)

BOOST_DATA_TEST_CASE(a_killed_run_leaves_the_old_or_the_new_answers_and_is_completed_by_the_next,
                     data::make(kBeginnings) * data::make(kFaults), beginning, name) {
  check_runs_that_die(Scenario(beginning, kPosts), name);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
