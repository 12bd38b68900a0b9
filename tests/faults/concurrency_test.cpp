// Several programs on one store at once: writers take turns, and readers never fail.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <stop_token>
#include <thread>

#include "blog.h"
#include "scenario.h"
#include "tests/common/index/index_tables.h"

namespace pressmark {
namespace {

// Delays up to `limit`, from a seed that a failing test prints.
class RandomDelay {
 public:
  explicit RandomDelay(std::chrono::microseconds limit) : delays_(0, limit.count()) {}
  [[nodiscard]] unsigned seed() const { return seed_; }
  std::chrono::microseconds next() { return std::chrono::microseconds(delays_(random_)); }

 private:
  unsigned seed_ = std::random_device{}();
  std::mt19937 random_{seed_};
  std::uniform_int_distribution<std::chrono::microseconds::rep> delays_;
};

// Starts a run and kills it after `delay`, unless it has ended by then.
void index_and_kill(Blog const& blog, std::chrono::microseconds delay) {
  Process process(blog.index_command(), {});
  std::this_thread::sleep_for(delay);
  process.send(SIGKILL);
  process.wait();
}

template <typename Work>
std::chrono::microseconds time_of(Work work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
}

// Asks the same question again and again in a thread of its own, until told to finish.
class Reader {
 public:
  Reader(std::filesystem::path store, std::string query)
      : thread_([this, store = std::move(store), query = std::move(query)](std::stop_token const& stop) {
          while (!stop.stop_requested()) answers_.insert(answer_of(store, query));
        }) {}

  // The different answers it got.
  std::set<std::string> finish() {
    thread_.request_stop();
    thread_.join();
    return answers_;
  }

 private:
  std::set<std::string> answers_;
  std::jthread thread_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(concurrency)

BOOST_AUTO_TEST_CASE(a_second_writer_exits_at_once_and_names_the_first) {
  Scenario const scenario(Beginning::earlier_posts, 20);
  scenario.restore();
  auto const& blog = scenario.blog();
  Process first(blog.index_command(), fault_environment(blog.store(), scenario.faults("stop").at(6)));
  BOOST_REQUIRE(first.wait_until_stopped());
  auto const second = blog.index();
  BOOST_TEST(second.status == 75);
  BOOST_TEST(second.err.find("process " + std::to_string(first.id()) + " ") != std::string::npos, second.err);
  BOOST_TEST(second.err.find("\nhint: ") != std::string::npos, second.err);

  check_old_or_new(scenario);

  first.send(SIGCONT);
  BOOST_TEST(first.wait().status == 0);
  BOOST_TEST(difference(state_of(blog.store()), scenario.after()) == "");
}

BOOST_AUTO_TEST_CASE(a_lock_dies_with_its_holder) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 20);
  Process first(blog.index_command(), fault_environment(blog.store(), {"stop", 10}));
  BOOST_REQUIRE(first.wait_until_stopped());
  BOOST_TEST(blog.index().status == 75);
  first.send(SIGKILL);
  BOOST_TEST(first.wait().signal == SIGKILL);
  BOOST_TEST(blog.index().status == 0);
}

BOOST_AUTO_TEST_CASE(kills_at_any_moment_are_mended_by_the_next_run) {
  Scenario const scenario(Beginning::earlier_posts, 300);
  scenario.restore();
  RandomDelay delay(time_of([&] { (void)scenario.blog().index(); }));
  for (int kill = 0; kill < 10; ++kill) {
    auto const moment = delay.next();
    BOOST_TEST_CONTEXT("killed after " << moment.count() << " us, seed " << delay.seed()) {
      scenario.restore();
      index_and_kill(scenario.blog(), moment);
      check_old_or_new(scenario);
      check_next_run_completes(scenario);
    }
  }
}

BOOST_AUTO_TEST_CASE(searches_go_on_while_writers_work_and_are_killed) {
  ScratchFolder const folder;
  Blog const blog(folder.path(), 100);
  auto const query = "river";
  auto const answer_after = [&](Edition edition) {
    blog.publish(edition);
    BOOST_REQUIRE_EQUAL(blog.index().status, 0);
    return answer_of(blog.store(), query);
  };
  answer_after(Edition::second);  // whose new posts stay when they leave the feed
  auto const first = answer_after(Edition::first);
  std::string second;
  RandomDelay delay(time_of([&] { second = answer_after(Edition::second); }));
  BOOST_REQUIRE_NE(difference(first, second), "");

  Reader reader(blog.store(), query);
  for (int round = 0; round < 10; ++round) {
    blog.publish(round % 2 == 0 ? Edition::first : Edition::second);
    index_and_kill(blog, delay.next());
    BOOST_TEST(blog.index().status == 0);
    if (round % 4 == 3) {  // a new generation takes the place of the old one
      disown_index(blog.store());
      BOOST_TEST(blog.index().status == 0);
    }
  }
  BOOST_TEST_CONTEXT("seed " << delay.seed()) {
    for (auto const& answer : reader.finish()) {
      if (answer != first) BOOST_TEST(difference(answer, second) == "");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
