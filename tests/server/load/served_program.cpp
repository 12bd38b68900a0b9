// Finds the port in what the program says, and its size in /proc.
#include "served_program.h"

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kListening = "listening at http://127.0.0.1:";

}  // namespace

ServedProgram::ServedProgram(fs::path const& store)
    : process_({PRESSMARK_PROGRAM, "--store", store.string(), "serve", "--quiet", "--listen", "127.0.0.1:0"},
               {}) {
  using Clock = std::chrono::steady_clock;
  for (auto const end = Clock::now() + std::chrono::seconds(10); Clock::now() < end;) {
    auto const said = process_.err();
    auto const place = said.find(kListening);
    if (place != std::string::npos && said.ends_with('\n')) {
      port_ = std::stoi(said.substr(place + kListening.size()));
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  throw std::runtime_error("the server does not listen: " + process_.err());
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
  return process_.wait();
}

}  // namespace pressmark
