// Starts the program and waits for its first notice.
#include "service.h"

#include <csignal>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "tests/support/wait_until.h"

namespace pressmark {
namespace {

std::vector<SamplePost> two_posts() {
  return {{"rename", "Rename then delete", "2026-03-01T00:00:00Z", {"Storage"}, "<p>Rename the file.</p>"},
          {"walls", "Walls of text", "2025-02-01T00:00:00Z", {"Writing"}, "<p>Words about a file.</p>"}};
}

}  // namespace

std::string status_of(std::string const& notice) {
  std::string const name = "STATUS=";
  auto const place = notice.find(name);
  if (place == std::string::npos) return {};
  auto const begin = place + name.size();
  return notice.substr(begin, notice.find('\n', begin) - begin);
}

Service::Service(ServiceSetup const& setup) : store_(setup.posts.empty() ? two_posts() : setup.posts) {
  configure(setup.table);
  auto command = setup.prefix;
  command.insert(command.end(), {PRESSMARK_PROGRAM, "serve", "--store", layout().root.string(), "--config",
                                 configuration().string()});
  command.insert(command.end(), setup.options.begin(), setup.options.end());
  auto environment = setup.environment;
  environment["NOTIFY_SOCKET"] = manager_.socket().string();
  process_.emplace(command, environment);
  auto const ready = manager_.next_with("READY=1");
  if (!ready) throw std::runtime_error("the service is not ready: " + process_->err());
  status_ = status_of(*ready);
}

void Service::configure(std::string const& table) const {
  auto const beside = configuration().string() + ".new";
  std::ofstream(beside) << "[server]\nlisten = \"127.0.0.1:0\"\n" << table << '\n';
  std::filesystem::rename(beside, configuration());
}

std::string Service::reload() {
  process_->send(SIGHUP);
  if (!manager_.next_with("RELOADING=1\nMONOTONIC_USEC=")) throw std::runtime_error("it does not reload");
  return status_of(manager_.next_with("READY=1").value_or(""));
}

ProcessEnd Service::stop() {
  process_->send(SIGTERM);
  return process_->wait(kTestPatience);
}

}  // namespace pressmark
