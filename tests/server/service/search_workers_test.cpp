// Threads that take tasks in their order.
#include "server/service/search_workers.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <future>

#include "tests/support/printing.h"
#include "tests/support/wait_until.h"

using namespace pressmark;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(search_workers)

BOOST_AUTO_TEST_CASE(a_task_that_waits_is_seen_to_wait_until_it_is_begun) {
  SearchWorkers workers(1);
  BOOST_TEST(workers.longest_wait() == 0ns);
  std::promise<void> release;
  std::promise<void> begun;
  BOOST_TEST(workers.add([&](WorkerSearcher&) {
    begun.set_value();
    (void)release.get_future().wait_for(kTestPatience);
  }));
  BOOST_REQUIRE((begun.get_future().wait_for(kTestPatience) == std::future_status::ready));
  BOOST_TEST(workers.longest_wait() == 0ns);  // it is worked on
  BOOST_TEST(workers.add([](WorkerSearcher&) {}));
  auto const first = workers.longest_wait();
  BOOST_TEST(wait_until([&] { return workers.longest_wait() > first; }));
  release.set_value();
  workers.close();
  BOOST_TEST(workers.longest_wait() == 0ns);
}

BOOST_AUTO_TEST_CASE(what_waits_is_done_before_the_end_and_nothing_taken_after) {
  SearchWorkers workers(2);
  std::atomic<int> done = 0;
  for (int i = 0; i < 100; ++i) BOOST_TEST(workers.add([&](WorkerSearcher&) { ++done; }));
  workers.close();
  BOOST_TEST(done == 100);
  BOOST_TEST(!workers.add([&](WorkerSearcher&) { ++done; }));
}

BOOST_AUTO_TEST_SUITE_END()
