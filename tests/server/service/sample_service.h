// A service over sample posts, without sockets.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/service/search_service.h"
#include "tests/searcher/sample_store.h"

namespace pressmark {

inline std::vector<SamplePost> const kServicePosts{
    {"rename",
     "Rename then delete",
     "2026-03-01T00:00:00Z",
     {"Storage"},
     "<h2 id='gc'>Garbage</h2><p>Rename the file, then delete it.</p>"},
    {"walls", "Walls <of> text", "2025-02-01T00:00:00Z", {"Writing"}, "<p>A wall of words about a file.</p>"},
};

// A service whose clock stands still until it is told to go on.
class SampleService {
 public:
  explicit SampleService(std::string const& table = {}, std::vector<SamplePost> const& posts = kServicePosts)
      : store_(posts),
        service_(settings(table), {[] { return kSampleNow; }, [this] { return tick_; },
                                   [this](std::string const& line) { log += line; }}) {}

  Response ask(Request request) {
    auto outcome = service_.begin(std::move(request));
    if (auto* const response = std::get_if<Response>(&outcome)) return std::move(*response);
    return service_.complete(std::get<PendingRequest>(outcome), searcher_);
  }
  Response get(std::string target, std::vector<Header> headers = {}) {
    headers.push_back({"Host", "a"});
    return ask({"GET", std::move(target), "HTTP/1.1", std::move(headers), "127.0.0.1"});
  }
  // The same, after the request has waited for a worker for `time`.
  Response get_after(std::string target, std::chrono::seconds time) {
    auto outcome = begin(std::move(target));
    tick_ += time;
    if (auto* const response = std::get_if<Response>(&outcome)) return std::move(*response);
    return service_.complete(std::get<PendingRequest>(outcome), searcher_);
  }
  SearchService::Outcome begin(std::string target) {
    return service_.begin({"GET", std::move(target), "HTTP/1.1", {{"Host", "a"}}, "127.0.0.1"});
  }

  // The service itself.
  SearchService& operator*() { return service_; }
  WorkerSearcher& searcher() { return searcher_; }

  SharedSettings settings(std::string const& table) const {
    return service_settings(parse_configuration("[server]\n" + table, "p.toml"), store_.layout(), {}, "1.0");
  }
  void configure(std::string const& table) { service_.replace_settings(settings(table)); }
  void wait(std::chrono::seconds time) { tick_ += time; }
  StoreLayout layout() const { return store_.layout(); }

  std::string log;

 private:
  SampleStore store_;
  std::chrono::steady_clock::time_point tick_{std::chrono::hours(1)};
  SearchService service_;
  WorkerSearcher searcher_;
};

}  // namespace pressmark
