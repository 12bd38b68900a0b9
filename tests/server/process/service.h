// `pressmark serve` as a service manager runs it, over sample posts and with a configuration of its own.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "service_manager.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/process.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

// What a service is given.
struct ServiceSetup {
  std::string table{};                 // lines of [server]
  std::vector<std::string> options{};  // besides --store and --config
  std::map<std::string, std::string> environment{};
  std::vector<std::string> prefix{};  // a command that runs the rest
  std::vector<SamplePost> posts{};    // two where none is named
};

class Service {
 public:
  // Returns when it is ready. Throws std::runtime_error if it does not become so.
  explicit Service(ServiceSetup const& setup = {});

  // What READY=1 came with.
  [[nodiscard]] std::string const& status() const { return status_; }
  // Of a service that listens at 127.0.0.1.
  [[nodiscard]] int port() const { return std::stoi(status_.substr(status_.rfind(':') + 1)); }

  // Writes the configuration anew; lines of [server].
  void configure(std::string const& table) const;
  // Sends SIGHUP, and returns the STATUS that it ends with.
  [[nodiscard]] std::string reload();

  [[nodiscard]] ServiceManager const& manager() const { return manager_; }
  [[nodiscard]] StoreLayout layout() const { return store_.layout(); }
  [[nodiscard]] Process& process() { return *process_; }

  // Asks it to end, and waits until it has.
  [[nodiscard]] ProcessEnd stop();

 private:
  [[nodiscard]] std::filesystem::path configuration() const { return folder_.path() / "pressmark.toml"; }

  SampleStore store_;
  ScratchFolder folder_;
  ServiceManager manager_;
  std::optional<Process> process_;
  std::string status_;
};

// The status of a notice, without its name; empty if there is none.
[[nodiscard]] std::string status_of(std::string const& notice);

}  // namespace pressmark
