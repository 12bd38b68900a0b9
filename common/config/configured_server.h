// What the configuration says about the server: where it listens, for whom, and how much at a time.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pressmark {

// [server].
struct ConfiguredServer {
  std::string listen = "127.0.0.1:7700";
  std::string public_url;
  std::string base_path;
  std::string title = "Search";
  std::vector<std::string> cors_origins;
  std::vector<std::string> trusted_proxies{"127.0.0.0/8", "::1"};
  std::size_t threads = 0;
  std::size_t connections = 1'000;
  std::size_t requests = 256;
  double request_seconds = 20;
  double answer_seconds = 30;
  double search_seconds = 1;  // 0: no limit
  double client_rate = 20;
  double client_burst = 100;
  double cache_megabytes = 2;
  bool public_metrics = false;
  bool log_queries = false;
  bool quiet = false;
};

}  // namespace pressmark
