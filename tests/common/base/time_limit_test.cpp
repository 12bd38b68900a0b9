// Time that runs by looks at it.
#include "common/base/time_limit.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(time_limit)

BOOST_AUTO_TEST_CASE(without_a_deadline_it_is_never_over) {
  TimeLimit time;
  BOOST_TEST(!time.exists());
  BOOST_TEST(!time.is_over());
  BOOST_TEST(!time.is_over_at_step());
}

BOOST_AUTO_TEST_CASE(it_is_over_at_the_deadline_and_stays_so) {
  SteadyTime now{1h};
  TimeLimit time(Deadline{now + 2s, [&] { return now; }});
  BOOST_TEST(time.exists());
  now += 1s;
  BOOST_TEST(!time.is_over());
  now += 1s;
  BOOST_TEST(!time.was_over());  // nobody looked
  BOOST_TEST(time.is_over());
  now -= 2s;
  BOOST_TEST(time.is_over());
  BOOST_TEST(time.was_over());
}

BOOST_AUTO_TEST_CASE(the_first_of_many_steps_looks) {
  unsigned looks = 0;
  TimeLimit time(Deadline{SteadyTime{1h}, [&] {
                            ++looks;
                            return SteadyTime{};
                          }});
  for (unsigned step = 0; step < TimeLimit::kStepsPerLook; ++step) {
    BOOST_TEST(!time.is_over_at_step());
    BOOST_TEST(looks == 1);
  }
  BOOST_TEST(!time.is_over_at_step());
  BOOST_TEST(looks == 2);
}

BOOST_AUTO_TEST_CASE(a_deadline_that_has_passed_is_seen_at_the_first_step) {
  TimeLimit time(Deadline{SteadyTime::clock::now()});
  BOOST_TEST(time.is_over_at_step());
  BOOST_TEST(time.is_over_at_step());
}

BOOST_AUTO_TEST_SUITE_END()
