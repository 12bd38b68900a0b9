// Sends heads to a transport of its own.
#include "server/http/framing_check.h"

#include <array>
#include <atomic>
#include <chrono>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

#include "common/base/error.h"
#include "server/http/transport.h"

namespace pressmark {
namespace {

using namespace std::string_view_literals;  // one has a NUL

constexpr std::chrono::milliseconds kPatience{10'000};

struct SampleHead {
  std::string_view what;
  std::string_view bytes;
  bool is_well_framed;
};

constexpr auto kSampleHeads = std::to_array<SampleHead>({
    {"a request without headers", "GET / HTTP/1.0\r\n\r\n"sv, true},
    {"a request with headers", "GET /a?b=%20c HTTP/1.1\r\nHost: a\r\nX-One: b c\r\nX-Two: d\r\n\r\n"sv, true},
    {"a bare LF after the first line", "GET / HTTP/1.1\nHost: a\r\n\r\n"sv, false},
    {"a bare LF after a header", "GET / HTTP/1.1\r\nHost: a\r\nX: b\nY: c\r\n\r\n"sv, false},
    {"a bare LF at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n"sv, false},
    {"a folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\nY: d\r\n\r\n"sv, false},
    {"a NUL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: b\0c\r\nY: d\r\n\r\n"sv, false},
});

bool answers(FileDescriptor const& client) {
  pollfd waiting{.fd = client.value(), .events = POLLIN, .revents = 0};
  return ::poll(&waiting, 1, static_cast<int>(kPatience.count())) == 1;
}

}  // namespace

bool arrives_well_framed(std::string_view head) {
  std::atomic<bool> is_well_framed = false;
  Transport transport(std::nullopt, {}, [&](Request const& request, Transport::Reply const& reply) {
    is_well_framed = request.is_well_framed;
    reply({.status = 204, .headers = {}, .body = {}, .close_connection = true});
  });
  auto const client = transport.connect();
  bool const is_sent = ::send(client.value(), head.data(), head.size(), MSG_NOSIGNAL) == std::ssize(head);
  if (!is_sent || !answers(client)) {
    throw Error(ErrorCode::internal, "the HTTP library answers nothing");
  }
  return is_well_framed;
}

void require_reliable_framing(std::string const& library, FramingJudge const& judge) {
  for (auto const& [what, bytes, is_well_framed] : kSampleHeads) {
    if (judge(bytes) == is_well_framed) continue;
    throw Error(ErrorCode::internal,
                library + (is_well_framed ? " hides that " : " hides ") + std::string(what) +
                    (is_well_framed ? " is well-formed" : ""),
                "the server needs a libmicrohttpd that keeps a request's head in memory as 0.9.75 does");
  }
}

void require_usable_http_library() {
  require_reliable_framing(http_library(), arrives_well_framed);
}

}  // namespace pressmark
