// Finds the port in what the program says, and its size in /proc.
#include "served_program.h"

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <unistd.h>

#include "tests/support/wait_until.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kListening = "listening at http://127.0.0.1:";

}  // namespace

ServedProgram::ServedProgram(fs::path const& store)
    : process_({PRESSMARK_PROGRAM, "--store", store.string(), "serve", "--quiet", "--listen", "127.0.0.1:0"},
               {}) {
  auto place = std::string::npos;
  bool const listens = wait_until([&] {
    auto const said = process_.err();
    place = said.ends_with('\n') ? said.find(kListening) : std::string::npos;
    return place != std::string::npos;
  });
  if (!listens) throw std::runtime_error("the server does not listen: " + process_.err());
  port_ = std::stoi(process_.err().substr(place + kListening.size()));
}

std::size_t ServedProgram::resident_bytes() const {
  std::ifstream statm("/proc/" + std::to_string(process_.id()) + "/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  statm >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

std::size_t ServedProgram::descriptors() const {
  fs::directory_iterator const open("/proc/" + std::to_string(process_.id()) + "/fd");
  return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

ProcessEnd ServedProgram::stop() {
  process_.send(SIGTERM);
  return process_.wait(kTestPatience);
}

}  // namespace pressmark
