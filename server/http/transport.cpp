// Runs libmicrohttpd: one thread with epoll reads and writes, searches go on elsewhere.
#include "server/http/transport.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstring>
#include <microhttpd.h>
#include <mutex>
#include <netdb.h>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "server/http/connection_table.h"
#include "server/http/head_layout.h"
#include "server/http/request_check.h"

namespace pressmark {
namespace {

using Clock = std::chrono::steady_clock;

// Holds the largest request line and headers that are looked at before they are rejected.
constexpr std::size_t kConnectionBytes = std::size_t{32} << 10;

// The number of connections beyond the limit that are accepted while older ones are being closed for them.
// Where none can be closed, this many more are answered before others have to wait.
constexpr std::size_t kNewcomers = 32;

// One request from its first line to the end of its response.
struct Exchange {
  Request request;
  std::string_view target;  // where the library had it, before it was cut
  bool is_known = false;    // the daemon has told of it
  bool is_asked = false;    // whether the answer was asked for

  std::mutex mutex;  // of what follows
  bool is_suspended = false;
  std::optional<Response> response;
};

struct DaemonStopper {
  void operator()(MHD_Daemon* daemon) const { MHD_stop_daemon(daemon); }
};
struct ResponseDestroyer {
  void operator()(MHD_Response* response) const { MHD_destroy_response(response); }
};

std::string peer_of(MHD_Connection* connection) {
  auto const* const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  if (info == nullptr || info->client_addr == nullptr || info->client_addr->sa_family == AF_UNIX) return {};
  std::string host(NI_MAXHOST, '\0');
  auto const bytes = info->client_addr->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
  if (::getnameinfo(info->client_addr, bytes, host.data(), NI_MAXHOST, nullptr, 0, NI_NUMERICHOST) != 0) {
    return {};
  }
  host.resize(host.find('\0'));
  return host;
}

struct HeadReader {
  Request& request;
  HeadLayout layout;
};

MHD_Result add_header(void* self, MHD_ValueKind /*kind*/, char const* name, std::size_t name_bytes,
                      char const* value, std::size_t value_bytes) {
  auto& reader = *static_cast<HeadReader*>(self);
  std::string_view const text(value == nullptr ? name + name_bytes : value, value_bytes);
  reader.layout.add(HeadLayout::kLineEnd, name, text.data() + text.size());
  reader.request.headers.push_back({std::string(name, name_bytes), std::string(text)});
  return MHD_YES;
}

void read_head(MHD_Connection* connection, std::string_view method, std::string_view target,
               std::string_view version, Request& request) {
  request.method = method;
  request.version = version;
  auto const* const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  HeadReader reader{request, HeadLayout(method, info == nullptr ? 0 : info->header_size)};
  reader.layout.add(HeadLayout::kSpace, target.data(), target.data() + target.size());
  reader.layout.add(HeadLayout::kSpace, version.data(), version.data() + version.size());
  MHD_get_connection_values_n(connection, MHD_HEADER_KIND, add_header, &reader);
  request.is_well_framed = reader.layout.is_as_sent();
}

bool has_unreadable_body(Request const& request) {
  bool const announces_body = request.header("Content-Length") || request.header("Transfer-Encoding");
  return announces_body && !readable_body_bytes(request);
}

// The body lives as long as the exchange, which ends after the response was sent.
enum class Persistence { keep_open, close };

MHD_Result send(MHD_Connection* connection, Response const& response, Persistence persistence) {
  static std::string const kNoBody;
  auto const& body = response.body ? *response.body : kNoBody;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): what is persistent is only read
  auto* const bytes = const_cast<char*>(body.data());
  std::unique_ptr<MHD_Response, ResponseDestroyer> const message(
      MHD_create_response_from_buffer(body.size(), bytes, MHD_RESPMEM_PERSISTENT));
  if (!message) return MHD_NO;
  for (auto const& [name, value] : response.headers) {
    if (MHD_add_response_header(message.get(), name.c_str(), value.c_str()) == MHD_NO) return MHD_NO;
  }
  if (response.close_connection || persistence == Persistence::close) {
    MHD_add_response_header(message.get(), "Connection", "close");
  }
  return MHD_queue_response(connection, static_cast<unsigned>(response.status), message.get());
}

}  // namespace

struct Transport::State {
  using Phase = ConnectionTable::Phase;

  State(TransportLimits const& with, Answer to_answer) : limits(with), answer(std::move(to_answer)) {}

  TransportLimits limits;
  Answer answer;

  std::mutex mutex;
  ConnectionTable connections;
  std::condition_variable answered;

  std::atomic<Persistence> persistence = Persistence::keep_open;
  std::optional<FileDescriptor> listener;             // nothing when no connections are taken from it
  std::unique_ptr<MHD_Daemon, DaemonStopper> daemon;  // last: its thread uses the rest

  // Throws Error{internal}.
  void start() {
    // A path or query stays as it was sent; we decode it.
    auto* const keep = +[](void*, MHD_Connection*, char* text) { return std::strlen(text); };
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
    if (!listener) flags |= MHD_USE_NO_LISTEN_SOCKET;
    constexpr MHD_OptionItem kNoMore{MHD_OPTION_END, 0, nullptr};
    std::array<MHD_OptionItem, 2> socket{kNoMore, kNoMore};
    if (listener) socket[0] = {MHD_OPTION_LISTEN_SOCKET, listener->value(), nullptr};
    daemon.reset(
        MHD_start_daemon(flags, 0, nullptr, nullptr, &on_request, this, MHD_OPTION_ARRAY, socket.data(),
                         MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(limits.connections + kNewcomers),
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, kConnectionBytes, MHD_OPTION_STRICT_FOR_CLIENT,
                         0, MHD_OPTION_NOTIFY_CONNECTION, &on_connection, this, MHD_OPTION_NOTIFY_COMPLETED,
                         &on_end, this, MHD_OPTION_URI_LOG_CALLBACK, &on_target, this,
                         MHD_OPTION_UNESCAPE_CALLBACK, keep, nullptr, MHD_OPTION_END));
    if (!daemon) throw Error(ErrorCode::internal, "the HTTP server did not start");
  }

  void enter(MHD_Connection* connection, Phase phase) {
    std::lock_guard const lock(mutex);
    connections.enter(connection, phase, Clock::now());
    notice_end_of_answering();
  }

  void notice_end_of_answering() {
    if (connections.count(Phase::answering) == 0) answered.notify_all();
  }

  // The daemon notices, and closes it.
  static void end(int socket) { ::shutdown(socket, SHUT_RDWR); }

  void end_overdue(Phase phase, ConnectionTable::Span allowed) {
    for (int const socket : connections.take_overdue(phase, allowed, Clock::now())) end(socket);
  }

  void admit(MHD_Connection* connection) {
    // A full house must not keep a reader waiting for those who hold places and ask nothing.
    if (connections.size() - connections.count(Phase::ending) >= limits.connections) {
      if (auto const socket = connections.take_longest_reading()) end(*socket);
    }
    auto const* const info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    connections.add(connection, info->connect_fd, Clock::now());
  }

  static void on_connection(void* self, MHD_Connection* connection, void** /*context*/,
                            MHD_ConnectionNotificationCode code) {
    auto& state = *static_cast<State*>(self);
    std::lock_guard const lock(state.mutex);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
      state.admit(connection);
    } else {
      state.connections.remove(connection);
      state.notice_end_of_answering();
    }
  }

  // The request line is there.
  static void* on_target(void* /*self*/, char const* target, MHD_Connection* /*connection*/) {
    auto exchange = std::make_unique<Exchange>();
    exchange->request.target = exchange->target = target;
    return exchange.release();  // until on_end()
  }

  // All headers are there; or the response of a suspended connection is.
  static MHD_Result on_request(void* self, MHD_Connection* connection, char const* /*path*/,
                               char const* method, char const* version, char const* content,
                               std::size_t* content_bytes, void** context) {
    auto& exchange = *static_cast<Exchange*>(*context);
    if (*content_bytes > 0) {
      exchange.request.body.append(content, std::exchange(*content_bytes, 0));
      return MHD_YES;
    }
    return static_cast<State*>(self)->ask(connection, method, version, exchange);
  }

  static void on_end(void* self, MHD_Connection* connection, void** context,
                     MHD_RequestTerminationCode /*how*/) {
    std::unique_ptr<Exchange> const exchange(static_cast<Exchange*>(std::exchange(*context, nullptr)));
    static_cast<State*>(self)->enter(connection, Phase::reading);
  }

  MHD_Result ask(MHD_Connection* connection, char const* method, char const* version, Exchange& exchange) {
    if (exchange.is_asked) return resume_with(connection, exchange);
    auto& request = exchange.request;
    if (!std::exchange(exchange.is_known, true)) {
      read_head(connection, method, exchange.target, version, request);
      request.peer = peer_of(connection);
      // The daemon tells of a request before it reads its body; who answers then ends the connection.
      if (!has_unreadable_body(request)) return MHD_YES;
    }
    exchange.is_asked = true;
    enter(connection, Phase::answering);
    answer(std::move(request), [&exchange, connection](Response response) {
      std::lock_guard const lock(exchange.mutex);
      exchange.response = std::move(response);
      if (exchange.is_suspended) MHD_resume_connection(connection);
    });
    std::lock_guard const lock(exchange.mutex);
    if (exchange.response) return send(connection, *exchange.response, persistence);
    exchange.is_suspended = true;
    MHD_suspend_connection(connection);
    return MHD_YES;
  }

  MHD_Result resume_with(MHD_Connection* connection, Exchange& exchange) const {
    std::lock_guard const lock(exchange.mutex);
    return exchange.response ? send(connection, *exchange.response, persistence) : MHD_YES;
  }
};

std::string http_library() {
  return std::string("libmicrohttpd ") + MHD_get_version();
}

Transport::Transport(std::optional<FileDescriptor> listener, TransportLimits const& limits, Answer answer)
    : state_(std::make_unique<State>(limits, std::move(answer))) {
  if (listener) state_->listener.emplace(std::move(*listener));
  state_->start();
}

FileDescriptor Transport::connect() {
  std::array<int, 2> sockets{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) {
    throw Error(ErrorCode::internal, "cannot make a pair of sockets: " + last_error().message());
  }
  FileDescriptor client(sockets[0]);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  auto const* const any = reinterpret_cast<sockaddr const*>(&address);  // NOLINT: as bind(2) takes it
  // The library closes its end, also where it does not take it.
  if (MHD_add_connection(state_->daemon.get(), sockets[1], any, sizeof address) != MHD_YES) {
    throw Error(ErrorCode::internal, "the HTTP server takes no connection");
  }
  return client;
}

Transport::~Transport() {
  stop_listening();
}

void Transport::stop_listening() {
  if (!state_->listener) return;
  state_->persistence = Persistence::close;
  MHD_quiesce_daemon(state_->daemon.get());
  state_->listener.reset();
}

void Transport::end_overdue_connections() {
  std::lock_guard const lock(state_->mutex);
  state_->end_overdue(State::Phase::reading, state_->limits.request_time);
  state_->end_overdue(State::Phase::answering, state_->limits.answer_time);
}

void Transport::drain(std::chrono::milliseconds most) {
  stop_listening();
  std::unique_lock lock(state_->mutex);
  state_->answered.wait_for(lock, most,
                            [&] { return state_->connections.count(State::Phase::answering) == 0; });
}

}  // namespace pressmark
