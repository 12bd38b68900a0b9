// HTTP over a listening socket: the one place that knows libmicrohttpd.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "common/base/file_descriptor.h"
#include "server/http/request.h"
#include "server/http/response.h"

namespace pressmark {

// "libmicrohttpd 0.9.75": the library at work.
[[nodiscard]] std::string http_library();

struct TransportLimits {
  // At a time. One more takes the place of the one that has owed a request for longest.
  std::size_t connections = 1'000;
  std::chrono::duration<double> request_time{20};  // for all of a request's headers
  std::chrono::duration<double> answer_time{30};   // for an answer to be taken
};

// Reads requests and sends responses, in a thread of its own.
class Transport {
 public:
  // Answers a request; to be called once, from any thread.
  using Reply = std::function<void(Response)>;
  // Called in the transport's thread, which must not wait; must not throw. A request whose
  // body is not to be read (readable_body_bytes()) comes without it.
  using Answer = std::function<void(Request, Reply)>;

  // Takes the socket over; without one, there are the connections that connect() makes. Throws
  // Error{internal}.
  Transport(std::optional<FileDescriptor> listener, TransportLimits const& limits, Answer answer);
  // Ends every connection. No reply may be outstanding.
  ~Transport();
  Transport(Transport const&) = delete;
  Transport& operator=(Transport const&) = delete;

  // The client's end of a connection that needs no address. From any thread. Throws Error{internal}.
  [[nodiscard]] FileDescriptor connect();

  // Ends connections whose time is over: a client that sends a byte now and then is not idle, so
  // nothing else would. To be called every second or so.
  void end_overdue_connections();

  // Takes no more connections, and waits until requests are answered or `most` has passed.
  void drain(std::chrono::milliseconds most);

 private:
  void stop_listening();

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressmark
