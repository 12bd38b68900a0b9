// Running the program with and without the injector.
#include "blog.h"

#include <fstream>
#include <utility>

namespace pressmark {
namespace fs = std::filesystem;

Blog::Blog(fs::path folder, std::size_t posts) : folder_(std::move(folder)), posts_(posts) {
  publish(Edition::first);
}

void Blog::publish(Edition edition) const {
  std::ofstream(feed(), std::ios::binary) << sample_feed(posts_, edition);
}

std::vector<std::string> Blog::index_command(std::vector<std::string> prefix) const {
  auto const command = pressmark_command(store(), {"index", feed().string()});
  prefix.insert(prefix.end(), command.begin(), command.end());
  return prefix;
}

ProcessEnd Blog::index(Fault const& fault) const {
  return run(index_command(), fault_environment(store(), fault));
}

std::vector<std::string> Blog::log_index() const {
  auto const log = folder_ / "calls.log";
  fs::remove(log);
  auto environment = fault_environment(store(), {});
  environment["PRESSMARK_FAULT_LOG"] = log.string();
  auto const end = run(index_command(), environment);
  if (end.status != 0) throw std::runtime_error("an undisturbed run failed: " + end.err);

  std::vector<std::string> calls;
  std::ifstream lines(log);
  for (std::string line; std::getline(lines, line);) calls.push_back(line);
  return calls;
}

std::map<std::string, std::string> fault_environment(fs::path const& store, Fault const& fault) {
  return {
      {"LD_PRELOAD", PRESSMARK_FAULT_INJECTOR},
      {"PRESSMARK_FAULT_ROOT", store.string()},
      {"PRESSMARK_FAULT", fault.name},
      {"PRESSMARK_FAULT_AT", std::to_string(fault.at)},
      // AddressSanitizer, where the program is built with it, wants to be the first library.
      {"ASAN_OPTIONS", "verify_asan_link_order=0"},
  };
}

std::vector<std::string> pressmark_command(fs::path const& store, std::vector<std::string> const& arguments) {
  std::vector<std::string> command{PRESSMARK_PROGRAM, "--store", store.string()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

}  // namespace pressmark
