// Connects transport, service and workers.
#include "server/server.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <unistd.h>
#include <utility>

#include "server/http/descriptor_limit.h"
#include "server/http/framing_check.h"
#include "server/service/dispatch.h"

namespace pressmark {
namespace {

ServiceContext service_context(Log log) {
  return {.now = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); },
          .tick = std::chrono::steady_clock::now,
          .log = std::move(log)};
}

std::size_t thread_count(ConfiguredServer const& server) {
  auto const threads = server.threads != 0 ? server.threads : std::thread::hardware_concurrency();
  return std::max<std::size_t>(threads, 1);
}

TransportLimits limits_of(ConfiguredServer const& server) {
  using Seconds = std::chrono::duration<double>;
  // What a searcher opens: the tables of a database, and those of the next one beside them.
  constexpr std::size_t kFilesOfSearcher = 16;
  constexpr std::size_t kOtherFiles = 64;  // connections that are ending among them
  auto const files = kOtherFiles + (thread_count(server) + 1) * kFilesOfSearcher;
  return {affordable_connections(server.connections, files), Seconds(server.request_seconds),
          Seconds(server.answer_seconds)};
}

// Opens the store once, so that one that cannot be searched is an error at the start, as is a library that
// would have every request rejected, or none.
SharedSettings const& require_means(SharedSettings const& settings) {
  require_usable_http_library();
  (void)Searcher(settings->store, settings->weights);
  return settings;
}

}  // namespace

Server::Server(Listener listener, SharedSettings const& settings, Log log)
    : listener_name_(std::move(listener.name)),
      socket_path_(std::move(listener.socket_path)),
      service_(require_means(settings), service_context(std::move(log))),
      workers_(thread_count(settings->server)),
      transport_(
          std::move(listener.socket), limits_of(settings->server),
          [this](Request request, Transport::Reply const& reply) { answer(std::move(request), reply); }),
      query_writer_(QueryLog::kWriteInterval, [this] { service_.write_queries(); }) {}

Server::~Server() {
  transport_.drain(kDrainTime);
  workers_.close();  // a reply that is outstanding would come after the transport
  if (!socket_path_.empty()) ::unlink(socket_path_.c_str());
}

void Server::replace_settings(SharedSettings const& settings) {
  service_.replace_settings(settings);
}

bool Server::is_responsive(std::chrono::nanoseconds limit) const {
  auto const since = at_request_since_.load();
  bool const is_reading = since == Clock::time_point() || Clock::now() - since <= limit;
  return is_reading && workers_.longest_wait() <= limit;
}

void Server::answer(Request request, Transport::Reply const& reply) noexcept {
  at_request_since_ = Clock::now();
  dispatch(
      service_, std::move(request),
      [this](SearchWorkers::Task task) { return workers_.add(std::move(task)); }, reply);
  at_request_since_ = Clock::time_point();
}

}  // namespace pressmark
