// Spawning, with the output kept in memory files, so that no pipe can fill up.
#include "tests/support/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "tests/support/wait_until.h"

namespace pressmark {
namespace {

void require(bool done, int error, char const* what) {
  if (!done) throw std::system_error(error, std::generic_category(), what);
}

int memory_file(char const* name) {
  int const descriptor = ::memfd_create(name, MFD_CLOEXEC);
  require(descriptor != -1, errno, "memfd_create");
  return descriptor;
}

// Read at places of our own: the process shares the descriptor's place, where it goes on writing.
std::string contents_of(int descriptor) {
  std::string contents;
  std::array<char, 1 << 16> chunk{};
  for (ssize_t size = 0;
       (size = ::pread(descriptor, chunk.data(), chunk.size(), std::ssize(contents))) > 0;) {
    contents.append(chunk.data(), static_cast<std::size_t>(size));
  }
  return contents;
}

std::vector<std::string> merged_environment(std::map<std::string, std::string> const& added) {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    std::string const text(*entry);
    if (!added.contains(text.substr(0, text.find('=')))) entries.push_back(text);
  }
  for (auto const& [name, value] : added) entries.emplace_back(name).append("=").append(value);
  return entries;
}

// The form in which the system takes a list of strings; valid as long as `strings`.
std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (auto& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Process::Process(std::vector<std::string> const& command,
                 std::map<std::string, std::string> const& environment)
    : out_(memory_file("stdout")), err_(memory_file("stderr")) {
  auto arguments = command;
  auto variables = merged_environment(environment);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out_, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err_, STDERR_FILENO);
  // A shell lets what it starts in the background ignore SIGINT.
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGINT);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  int const error = ::posix_spawnp(&id_, arguments.front().c_str(), &actions, &attributes,
                                   pointers_to(arguments).data(), pointers_to(variables).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  ended_ = error != 0;
  require(!ended_, error, arguments.front().c_str());
}

Process::~Process() {
  if (!ended_) {
    send(SIGKILL);
    ::waitpid(id_, nullptr, 0);
  }
  ::close(out_);
  ::close(err_);
}

void Process::send(int signal) const {
  ::kill(id_, signal);
}

bool Process::wait_until_stopped() {
  require(::waitpid(id_, &wait_status_, WUNTRACED) == id_, errno, "waitpid");
  ended_ = !WIFSTOPPED(wait_status_);
  return !ended_;
}

std::string Process::err() const {
  return contents_of(err_);
}

ProcessEnd Process::wait() {
  if (!std::exchange(ended_, true)) require(::waitpid(id_, &wait_status_, 0) == id_, errno, "waitpid");
  return {.status = WIFEXITED(wait_status_) ? WEXITSTATUS(wait_status_) : -1,
          .signal = WIFSIGNALED(wait_status_) ? WTERMSIG(wait_status_) : 0,
          .out = contents_of(out_),
          .err = contents_of(err_)};
}

ProcessEnd Process::wait(std::chrono::milliseconds patience) {
  auto const has_ended = [&] {
    siginfo_t info{};
    return ended_ || (::waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
                      info.si_pid != 0);
  };
  if (!wait_until(has_ended, patience)) send(SIGKILL);
  return wait();
}

ProcessEnd run(std::vector<std::string> const& command,
               std::map<std::string, std::string> const& environment) {
  return Process(command, environment).wait();
}

}  // namespace pressmark
