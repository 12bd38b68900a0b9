// The server without its sockets: a request in, a response out, at once or after a search.
#pragma once

#include <atomic>
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
#include "server/http/client_limiter.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/service/index_watch.h"
#include "server/service/metrics.h"
#include "server/service/result_cache.h"
#include "server/service/routes.h"
#include "server/service/search_workers.h"
#include "server/service/service_settings.h"

namespace pressmark {

// The clocks a service reads, and where its log lines go (from several threads).
struct ServiceSurroundings {
  std::function<Timestamp()> now;
  std::function<std::chrono::steady_clock::time_point()> tick;
  std::function<void(std::string const& line)> log;
};

class SearchService {
 public:
  SearchService(SharedSettings settings, ServiceSurroundings surroundings);

  // A request on its way to its response.
  struct Inquiry {
    Request request;
    SharedSettings settings;
    Timestamp now;
    std::chrono::steady_clock::time_point begun;
    Route const* route = nullptr;  // nothing where the address leads nowhere
    SearchAddress address;         // of a search
    bool wants_packed = false;
    std::optional<ClientAddress> client{};  // if it is known
  };
  using Outcome = std::variant<Response, Inquiry>;

  // Answers what needs no search; an inquiry that comes back is in flight until it is completed.
  // Not thread-safe: one thread calls it.
  [[nodiscard]] Outcome begin(Request request);

  // Answers the rest, with the searcher of the calling thread.
  [[nodiscard]] Response complete(Inquiry const& inquiry, WorkerSearcher& searcher);

  // Answers such an inquiry that nobody can complete.
  [[nodiscard]] Response turn_away(Inquiry const& inquiry);

  // From any thread, every QueryLog::kWriteInterval.
  void write_queries() { queries_.write(surroundings_.now(), surroundings_.tick()); }

  // From any thread: requests that begin from now on see these.
  void replace_settings(SharedSettings settings);

 private:
  // What the counts tell of an answer besides its status.
  struct Remark {
    CacheUse cache = CacheUse::none;
    bool is_search = false;
    bool found = true;
    bool is_partial = false;
    SharedSearch search{};
    std::optional<StageTimes> stages{};
  };

  [[nodiscard]] SharedSettings settings() const;
  [[nodiscard]] Outcome decide(Inquiry inquiry);
  [[nodiscard]] std::optional<Response> refuse(Inquiry const& inquiry);
  [[nodiscard]] std::optional<Response> refuse_crowding(Inquiry& inquiry);
  [[nodiscard]] Response answer_notice(Inquiry const& inquiry);
  [[nodiscard]] Response answer_health(Inquiry const& inquiry);
  [[nodiscard]] Response answer_metrics(Inquiry const& inquiry);
  [[nodiscard]] Outcome answer_search(Inquiry inquiry);
  // `stages` of an answer that was made, nothing for one that was kept.
  [[nodiscard]] Response deliver(Inquiry const& inquiry, CachedAnswer const& answer,
                                 std::optional<StageTimes> const& stages);
  [[nodiscard]] Response finish(Inquiry const& inquiry, Response response, Remark const& remark);

  mutable std::mutex settings_mutex_;
  SharedSettings settings_;
  ServiceSurroundings surroundings_;
  Metrics metrics_;
  ResultCache cache_;
  QueryLog queries_;
  std::atomic<std::size_t> in_flight_ = 0;

  // Of the thread that begins:
  SharedSettings limited_by_;
  ClientLimiter limiter_;
  IndexWatch watch_;
};

}  // namespace pressmark
