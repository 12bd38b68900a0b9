// A child process and what becomes of it.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

namespace pressmark {

// How a process ended: either it exited with `status`, or `signal` killed it.
struct ProcessEnd {
  int status = -1;
  int signal = 0;
  std::string out;
  std::string err;
};

// Starts `command` (looked up in PATH) with standard input empty and the variables of
// `environment` added to ours. What still runs at destruction is killed. Throws std::system_error.
class Process {
 public:
  Process(std::vector<std::string> const& command, std::map<std::string, std::string> const& environment);
  ~Process();
  Process(Process const&) = delete;
  Process& operator=(Process const&) = delete;

  [[nodiscard]] pid_t id() const { return id_; }
  void send(int signal) const;
  // Waits until the process has stopped; false if it ended instead. Either way wait() tells how it ends.
  [[nodiscard]] bool wait_until_stopped();
  // The text that it has written to standard error so far.
  [[nodiscard]] std::string err() const;
  // Waits for the end. To be called once.
  ProcessEnd wait();
  // The same, but kills the process if it has not ended within `patience`.
  ProcessEnd wait(std::chrono::milliseconds patience);

 private:
  pid_t id_ = -1;
  int out_;  // files in memory
  int err_;
  int wait_status_ = 0;
  bool ended_ = false;
};

ProcessEnd run(std::vector<std::string> const& command,
               std::map<std::string, std::string> const& environment = {});

}  // namespace pressmark
