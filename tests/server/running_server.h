// A server at work on sample posts, at a port of its own.
#pragma once

#include <string>
#include <thread>

#include "server/server.h"
#include "tests/searcher/sample_store.h"

namespace pressmark {

class RunningServer {
 public:
  explicit RunningServer(std::string const& table = {}, std::string const& listen = "127.0.0.1:0",
                         std::vector<SamplePost> const& posts = sample_posts())
      : store_(posts),
        server_(open_listener(listen),
                service_settings(parse_configuration("[server]\nthreads = 2\n" + table, "p.toml"),
                                 store_.layout(), {}, "1.0"),
                [](std::string const&) {}),
        overseer_([this](std::stop_token const& stop) {
          while (!stop.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            server_.end_overdue_connections();
          }
        }) {}

  static std::vector<SamplePost> sample_posts() {
    return {{"rename",
             "Rename then delete",
             "2026-03-01T00:00:00Z",
             {"Storage"},
             "<h2 id='gc'>Garbage</h2><p>Rename the file, then delete it.</p>"},
            {"walls", "Walls of text", "2025-02-01T00:00:00Z", {"Writing"}, "<p>Words about a file.</p>"}};
  }

  [[nodiscard]] int port() const { return std::stoi(server_.name().substr(server_.name().rfind(':') + 1)); }
  [[nodiscard]] StoreLayout layout() const { return store_.layout(); }

 private:
  SampleStore store_;
  Server server_;
  std::jthread overseer_;
};

}  // namespace pressmark
