// Nightly jobs that are killed, stopped, cut off from power or have a disk that fails, at any moment and
// while searches go on.
//
// PRESSMARK_SOAK=1 in the environment makes it twenty times as many jobs.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <optional>
#include <random>
#include <span>

#include "nights.h"
#include "search_watch.h"
#include "store_state.h"
#include "tests/support/printing.h"

namespace pressmark {
namespace {

// How a job comes to its end.
struct Ending {
  char const* name;       // of the injector's fault, else of the signal
  int signal;             // that ends the job; 0 if it ends by itself
  bool is_at_any_moment;  // else at a call
};

constexpr auto kEndings = std::to_array<Ending>({
    {"kill", SIGKILL, false},
    {"SIGKILL", SIGKILL, true},
    {"power-cut", SIGKILL, false},
    {"SIGTERM", SIGTERM, true},
    {"kill-after", SIGKILL, false},
    {"power-cut-some", SIGKILL, false},
    {"SIGINT", SIGINT, true},
});

constexpr auto kDiskFaults = std::to_array<Ending>({
    {"enospc", 0, false},
    {"eio", 0, false},
    {"short-write", 0, false},
});

bool is_power_cut(Ending const& ending) {
  return std::string_view(ending.name).starts_with("power-cut");
}

struct Tally {
  std::map<std::string, std::size_t> ended;  // by their ending
  std::size_t finished_first = 0;            // jobs that were done before their end came
  std::size_t queries = 0;
  std::size_t failed_queries = 0;
  std::size_t mixed_answers = 0;
  std::size_t lost_posts = 0;
  std::size_t unequal_indexes = 0;
};

std::ostream& operator<<(std::ostream& out, Tally const& tally) {
  for (auto const& [ending, count] : tally.ended) out << ending << ' ' << count << ", ";
  return out << "finished before " << tally.finished_first << "; queries " << tally.queries << ", failed "
             << tally.failed_queries << ", mixed " << tally.mixed_answers << "; lost posts "
             << tally.lost_posts << ", unequal indexes " << tally.unequal_indexes;
}

class Ordeal {
 public:
  explicit Ordeal(unsigned seed) : random_(seed) {}

  void endure(Night night, Ending const& ending) {
    nights_.begin(night);
    // A machine without power answers nothing, and before the cut it would have shown what is undone.
    std::optional<SearchWatch> watch;
    if (!is_power_cut(ending)) watch.emplace(nights_.store());
    auto const end = ending.is_at_any_moment ? end_at_a_moment(night, ending) : end_at_a_call(night, ending);
    note_end(night, ending, end);
    if (!watch) watch.emplace(nights_.store());
    check_posts(night);
    check_next_job(night);
    watch->stop();
    check_answers(night, *watch);
  }

  [[nodiscard]] Tally const& tally() const { return tally_; }

 private:
  ProcessEnd end_at_a_call(Night night, Ending const& ending) {
    std::uniform_int_distribution<std::size_t> call(1, nights_.calls(night) + 1);
    return nights_.run_job(night, {ending.name, call(random_)});
  }

  ProcessEnd end_at_a_moment(Night night, Ending const& ending) {
    std::uniform_int_distribution<long> moment(0, nights_.duration(night).count());
    Process job(nights_.command(night), nights_.environment());
    std::this_thread::sleep_for(std::chrono::microseconds(moment(random_)));
    job.send(ending.signal);
    return job.wait();
  }

  void note_end(Night night, Ending const& ending, ProcessEnd const& end) {
    if (ending.signal == 0) return note_disk_fault(night, ending, end);
    if (end.signal == 0) {
      ++tally_.finished_first;
      BOOST_TEST(end.status == 0, end.err);
      BOOST_TEST(is_whole(night));  // also of what a power cut leaves
      return;
    }
    ++tally_.ended[ending.name];
    BOOST_TEST(end.signal == ending.signal, end.err);
  }

  // Success counts only if nothing is missing, or it is said: a source that fails does not end the job.
  void note_disk_fault(Night night, Ending const& ending, ProcessEnd const& end) {
    if (end.status != 0) {
      ++tally_.ended[ending.name];
      BOOST_TEST(fault_in_failure(end) == "");
      return;
    }
    ++tally_.finished_first;
    if (end.err.empty()) BOOST_TEST(is_whole(night));
  }

  bool is_whole(Night night) const {
    return nights_.posts() == nights_.after(night).posts &&
           nights_.state().index == nights_.after(night).index;
  }

  // Whatever else is in the archive, what the night leaves alone is.
  void check_posts(Night night) {
    auto const posts = nights_.posts();
    auto const& before = nights_.before(night).posts;
    auto const& after = nights_.after(night).posts;
    std::vector<std::string> wanted;
    std::ranges::set_intersection(before, after, std::back_inserter(wanted));
    std::vector<std::string> lost;
    std::ranges::set_difference(wanted, posts, std::back_inserter(lost));
    tally_.lost_posts += lost.size();
    for (auto const& post : lost) BOOST_ERROR("lost: " << post.substr(0, 200));
  }

  void check_next_job(Night night) {
    auto const end = nights_.finish(night);
    BOOST_TEST(end.status == 0, end.err);
    BOOST_TEST(end.err == "");
    BOOST_TEST(debris_in(nights_.store()) == "");
    auto const state = nights_.state();
    auto const& wanted = nights_.after(night);
    tally_.unequal_indexes += state.index != wanted.index ? 1 : 0;
    BOOST_TEST(difference(state.index, wanted.index) == "");
    BOOST_TEST(state.posts == wanted.posts);
  }

  void check_answers(Night night, SearchWatch const& watch) {
    tally_.queries += watch.queries();
    tally_.failed_queries += watch.failures().size();
    for (auto const& failure : watch.failures()) BOOST_ERROR("a search failed: " << failure);
    for (auto const& query : watch.torn()) BOOST_ERROR("one version has several answers to " << query);
    for (auto const& [query, answers] : watch.answers()) {
      for (auto const& answer : answers) {
        auto const& old_answer = nights_.before(night).answers.at(query);
        auto const& new_answer = nights_.after(night).answers.at(query);
        if (answer == old_answer || answer == new_answer) continue;
        ++tally_.mixed_answers;
        BOOST_TEST(difference(answer, new_answer) == "",
                   '"' << query << '"' << difference(answer, old_answer));
      }
    }
  }

  Nights nights_;
  std::mt19937 random_;
  Tally tally_;
};

// Each night with each ending in turn, as often as it takes.
void endure(std::size_t jobs, std::span<Ending const> endings) {
  if (std::getenv("PRESSMARK_SOAK") != nullptr) jobs *= 20;
  auto const seed = std::random_device{}();
  Ordeal ordeal(seed);
  for (std::size_t job = 0; job < jobs; ++job) {
    auto const night = kNights[job % std::size(kNights)];
    auto const& ending = endings[job % endings.size()];
    BOOST_TEST_CONTEXT(night << " ended by " << ending.name << ", job " << job << ", seed " << seed) {
      ordeal.endure(night, ending);
    }
  }
  std::cout << ordeal.tally() << std::endl;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nightly)

BOOST_AUTO_TEST_CASE(a_job_that_ends_at_any_moment_fails_no_search_and_is_completed_by_the_next) {
  endure(25, kEndings);
}

BOOST_AUTO_TEST_CASE(a_job_on_a_failing_disk_says_so_fails_no_search_and_is_completed_by_the_next) {
  endure(15, kDiskFaults);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
