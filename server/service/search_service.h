// The server without its sockets: a request in, a response out, at once or after a search.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "common/base/time.h"
#include "common/query_log/query_log.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/service/admission.h"
#include "server/service/in_flight_searches.h"
#include "server/service/index_watch.h"
#include "server/service/metrics.h"
#include "server/service/pending_request.h"
#include "server/service/result_cache.h"
#include "server/service/routes.h"
#include "server/service/search_workers.h"
#include "server/service/service_settings.h"

namespace pressmark {

// The clocks a service reads, and where its log lines go (from several threads).
struct ServiceContext {
  std::function<Timestamp()> now;
  std::function<std::chrono::steady_clock::time_point()> tick;
  std::function<void(std::string const& line)> log;
};

class SearchService {
 public:
  SearchService(SharedSettings settings, ServiceContext context);

  using Outcome = std::variant<Response, PendingRequest>;

  // Answers what needs no search; a request that comes back is in flight until it is completed, rejected or
  // destroyed. The service has to outlive it. Not thread-safe: one thread calls it.
  [[nodiscard]] Outcome begin(Request request);

  // Answers the rest, with the searcher of the calling thread.
  [[nodiscard]] Response complete(PendingRequest& pending, WorkerSearcher& searcher);

  // Answers one that nobody can complete.
  [[nodiscard]] Response reject(PendingRequest& pending);

  // From any thread, every QueryLog::kWriteInterval.
  void write_queries() { queries_.write(context_.now(), context_.tick()); }

  // From any thread: requests that begin from now on see these.
  void replace_settings(SharedSettings settings);

 private:
  [[nodiscard]] SharedSettings settings() const;
  [[nodiscard]] Outcome decide(PendingRequest pending);
  [[nodiscard]] Response answer_directly(PendingRequest const& pending, DirectAnswer answer);
  [[nodiscard]] Response answer_health(PendingRequest const& pending);
  [[nodiscard]] Response answer_metrics(PendingRequest const& pending);
  [[nodiscard]] Outcome answer_search(PendingRequest pending);
  void keep(std::string const& key, CachedAnswer answer);
  [[nodiscard]] Response deliver(PendingRequest const& pending, CachedAnswer const& answer);
  // Completes `observation` with what every response has: route, status, time.
  [[nodiscard]] Response finish(PendingRequest const& pending, Response response,
                                Observation observation = {});

  mutable std::mutex settings_mutex_;
  SharedSettings settings_;
  ServiceContext context_;
  Metrics metrics_;
  ResultCache cache_;
  QueryLog queries_;
  InFlightSearches in_flight_;

  // Of the thread that begins:
  ClientAdmission admission_;
  IndexWatch watch_;
};

}  // namespace pressmark
