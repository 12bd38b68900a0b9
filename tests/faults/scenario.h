// A run of `pressmark index` that can be repeated from the same beginning, each time with another fault.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "blog.h"
#include "store_state.h"

namespace pressmark {

enum class Beginning {
  nothing,        // there is no store yet
  earlier_posts,  // the index is brought up to date
  foreign_index,  // the index belongs to another archive: a new generation is built beside it
};
std::ostream& operator<<(std::ostream& out, Beginning beginning);

class Scenario {
 public:
  Scenario(Beginning beginning, std::size_t posts);

  [[nodiscard]] Blog const& blog() const { return blog_; }
  [[nodiscard]] StoreState const& before() const { return before_; }
  [[nodiscard]] StoreState const& after() const { return after_; }  // an undisturbed run

  // Brings the store back to the beginning.
  void restore() const;

  // Faults of this kind spread over the calls of an undisturbed run: 12, from the first call to the
  // last, or all there are if PRESSMARK_SOAK is set in the environment.
  [[nodiscard]] std::vector<Fault> faults(std::string const& name) const;
  // The fault and the call that it strikes, for messages.
  [[nodiscard]] std::string description(Fault const& fault) const;

 private:
  ScratchFolder folder_;
  Blog blog_;
  StoreState before_;
  StoreState after_;
  std::vector<std::string> calls_;
};

// Checks that the store answers as before the run or as after it, and that its archive holds what it
// held before the run or after it.
void check_old_or_new(Scenario const& scenario);

// Checks that a further, undisturbed run ends as if there had been no fault.
void check_next_run_completes(Scenario const& scenario);

// Runs the scenario once for each of its faults called `name`, all of which end the process by SIGKILL,
// and checks both after each.
void check_runs_that_die(Scenario const& scenario, std::string const& name);

}  // namespace pressmark
