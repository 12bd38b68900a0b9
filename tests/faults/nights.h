// Nights in the life of a store: what the nightly job does to it, one kind of change after the other.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "blog.h"
#include "tests/support/process.h"
#include "tests/support/web_server.h"

namespace pressmark {

enum class Night {
  first_fill,  // there is no store yet
  news,        // posts are new, and others changed
  removals,    // a source that is complete has fewer posts
  rebuild,     // a new generation, by several threads
  rollback,    // of the removals
};
inline constexpr Night kNights[] = {Night::first_fill, Night::news, Night::removals, Night::rebuild,
                                    Night::rollback};
std::ostream& operator<<(std::ostream& out, Night night);

// What a store is after an undisturbed night.
struct NightState {
  std::vector<std::string> posts;              // the lines of `export`, sorted
  std::string index;                           // index_contents(); empty without an index
  std::map<std::string, std::string> answers;  // answers_in()
};

// A folder with a configuration, one source in a file, which is mirrored, one on the web, which is not, and
// the store. Every post names the night of its last change.
class Nights {
 public:
  Nights();  // lives through all nights once, undisturbed

  [[nodiscard]] std::filesystem::path store() const { return disk() / "store"; }
  [[nodiscard]] std::filesystem::path disk() const { return folder_.path() / "disk"; }

  // Brings the store to the evening before `night`, and the sources to the night.
  void begin(Night night);

  [[nodiscard]] NightState const& before(Night night) const;
  [[nodiscard]] NightState const& after(Night night) const;
  [[nodiscard]] std::size_t calls(Night night) const;  // that an undisturbed job makes on the disk
  [[nodiscard]] std::chrono::microseconds duration(Night night) const;  // of an undisturbed job

  // What is run in this night, and what belongs in its environment.
  [[nodiscard]] std::vector<std::string> command(Night night) const;
  [[nodiscard]] std::map<std::string, std::string> environment(Fault const& fault = {}) const;
  [[nodiscard]] ProcessEnd run_job(Night night, Fault const& fault = {}) const;

  // Runs what makes up for a night that went wrong, undisturbed. Complaints of a success are left out.
  [[nodiscard]] ProcessEnd finish(Night night) const;

  [[nodiscard]] NightState state() const;
  [[nodiscard]] std::vector<std::string> posts() const;

 private:
  struct Stage {
    NightState before;
    NightState after;
    std::size_t calls = 0;
    std::chrono::microseconds duration{};
  };
  [[nodiscard]] std::filesystem::path saved(Night night) const;
  [[nodiscard]] std::vector<std::string> pressmark(std::vector<std::string> const& arguments) const;
  [[nodiscard]] ProcessEnd finish_rollback() const;
  void publish(Night night);
  Stage live_through(Night night);

  ScratchFolder folder_;
  WebServer server_;
  std::map<Night, Stage> stages_;
};

}  // namespace pressmark
