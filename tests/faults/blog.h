// A blog's feed and a store of its posts in a folder of their own, worked on with the real program.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sample_feed.h"
#include "tests/support/process.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

// A fault of the injector (injector/intercepted_calls.cpp) at the call with this number.
struct Fault {
  std::string name;
  std::size_t at = 0;
};

// The store does not exist until the program makes it.
class Blog {
 public:
  // `posts` is what sample_feed() takes. `folder` outlives the blog.
  Blog(std::filesystem::path folder, std::size_t posts);

  [[nodiscard]] std::filesystem::path feed() const { return folder_ / "feed.xml"; }
  [[nodiscard]] std::filesystem::path store() const { return folder_ / "store"; }

  void publish(Edition edition) const;

  // `pressmark --store STORE index FEED`, after `prefix` (a program that runs its arguments).
  [[nodiscard]] std::vector<std::string> index_command(std::vector<std::string> prefix = {}) const;
  [[nodiscard]] ProcessEnd index() const { return run(index_command()); }
  [[nodiscard]] ProcessEnd index(Fault const& fault) const;
  // One line for each call that an undisturbed run makes on the store.
  [[nodiscard]] std::vector<std::string> log_index() const;

 private:
  std::filesystem::path folder_;
  std::size_t posts_;
};

// What makes the injector bring `fault` about in a program that works on `store`.
[[nodiscard]] std::map<std::string, std::string> fault_environment(std::filesystem::path const& store,
                                                                   Fault const& fault);

// `pressmark --store STORE ARGUMENTS...`
[[nodiscard]] std::vector<std::string> pressmark_command(std::filesystem::path const& store,
                                                         std::vector<std::string> const& arguments);

}  // namespace pressmark
