// Prepares a store, keeps a copy of it, and learns from an undisturbed run what to expect.
#include "scenario.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <cstdlib>

#include "tests/common/index/index_tables.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kPoints = 12;

fs::path saved_store(Blog const& blog) {
  auto path = blog.store();
  return path += ".saved";
}

}  // namespace

std::ostream& operator<<(std::ostream& out, Beginning beginning) {
  switch (beginning) {
    case Beginning::nothing:
      return out << "a first run";
    case Beginning::earlier_posts:
      return out << "an update";
    case Beginning::foreign_index:
      return out << "a rebuild";
  }
  return out;
}

Scenario::Scenario(Beginning beginning, std::size_t posts) : blog_(folder_.path(), posts) {
  if (beginning != Beginning::nothing) {
    BOOST_REQUIRE_EQUAL(blog_.index().status, 0);
    if (beginning == Beginning::foreign_index) disown_index(blog_.store());
    fs::copy(blog_.store(), saved_store(blog_), fs::copy_options::recursive);
    blog_.publish(Edition::second);
  }
  before_ = state_of(blog_.store());
  restore();  // reading may have left files that a run would find
  calls_ = blog_.log_index();
  after_ = state_of(blog_.store());
  BOOST_REQUIRE_NE(difference(before_, after_), "");
}

void Scenario::restore() const {
  fs::remove_all(blog_.store());
  fs::remove_all(blog_.store() += ".attic");
  if (auto const saved = saved_store(blog_); fs::exists(saved)) {
    fs::copy(saved, blog_.store(), fs::copy_options::recursive);
  }
}

std::vector<Fault> Scenario::faults(std::string const& name) const {
  auto const points =
      std::getenv("PRESSMARK_SOAK") != nullptr ? calls_.size() : std::min(kPoints, calls_.size());
  std::vector<Fault> faults;
  faults.reserve(points);
  for (std::size_t i = 0; i < points; ++i) {
    faults.push_back({name, 1 + i * (calls_.size() - 1) / std::max<std::size_t>(points - 1, 1)});
  }
  return faults;
}

std::string Scenario::description(Fault const& fault) const {
  return fault.name + " at call " + std::to_string(fault.at) + " of " + std::to_string(calls_.size()) + ": " +
         calls_.at(fault.at - 1);
}

void check_old_or_new(Scenario const& scenario) {
  auto const answers = answers_of(scenario.blog().store());
  if (answers != scenario.before().answers) {
    BOOST_TEST(difference(answers, scenario.after().answers) == "");
  }
}

void check_next_run_completes(Scenario const& scenario) {
  auto const end = scenario.blog().index();
  BOOST_TEST(end.status == 0);
  BOOST_TEST(end.err == "");
  BOOST_TEST(debris_in(scenario.blog().store()) == "");
  BOOST_TEST(difference(state_of(scenario.blog().store()), scenario.after()) == "");
}

void check_runs_that_die(Scenario const& scenario, std::string const& name) {
  for (auto const& fault : scenario.faults(name)) {
    BOOST_TEST_CONTEXT(scenario.description(fault)) {
      scenario.restore();
      BOOST_TEST(scenario.blog().index(fault).signal == SIGKILL);
      check_old_or_new(scenario);
      check_next_run_completes(scenario);
    }
  }
}

}  // namespace pressmark
