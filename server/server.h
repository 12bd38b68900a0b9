// The running server: socket, transport, service and workers together.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <string>

#include "server/http/listener.h"
#include "server/http/transport.h"
#include "server/periodic_task.h"
#include "server/service/search_service.h"
#include "server/service/search_workers.h"
#include "server/service/service_settings.h"

namespace pressmark {

// Where log lines go; called from several threads.
using Log = std::function<void(std::string const& line)>;

class Server {
 public:
  // Answers from now on. Throws what opening the store and require_usable_http_library() throw.
  Server(Listener listener, SharedSettings const& settings, Log log);
  // Stops: takes no more connections, and gives those in flight kDrainTime to be answered.
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  [[nodiscard]] std::string const& name() const { return listener_name_; }

  // Takes over what can change while it runs: all but what settings_needing_restart() names.
  void replace_settings(SharedSettings const& settings);

  // To be called every second or so.
  void end_overdue_connections() { transport_.end_overdue_connections(); }

  // False if a search has waited for longer than `limit` to be begun, or the thread that reads requests
  // has been at one for longer: then it hangs.
  [[nodiscard]] bool is_responsive(std::chrono::nanoseconds limit) const;

  static constexpr std::chrono::seconds kDrainTime{5};

 private:
  using Clock = std::chrono::steady_clock;

  void answer(Request request, Transport::Reply const& reply) noexcept;

  std::string listener_name_;
  std::filesystem::path socket_path_;
  SearchService service_;
  SearchWorkers workers_;
  std::atomic<Clock::time_point> at_request_since_ = Clock::time_point();  // the transport's thread, if it is
  Transport transport_;                                                    // after what its thread uses
  PeriodicTask query_writer_;
};

}  // namespace pressmark
