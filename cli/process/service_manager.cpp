// Sends datagrams to the service manager and reads what it says in the environment.
#include "cli/process/service_manager.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "common/base/file_descriptor.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

constexpr std::chrono::seconds kStatusInterval(1);

std::uint64_t number(std::optional<std::string> const& text) {
  return text ? leading_number<std::uint64_t>(*text).value_or(0) : 0;
}

}  // namespace

NotifySocket::NotifySocket(Environment const& environment)
    : socket_(environment("NOTIFY_SOCKET").value_or("")) {
  bool const is_name = socket_.starts_with('/') || socket_.starts_with('@');
  if (!is_name || socket_.size() >= sizeof(sockaddr_un::sun_path)) socket_.clear();
}

void NotifySocket::send(std::string_view assignments) const {
  if (!listens()) return;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(&address.sun_path[0], socket_.data(), socket_.size());
  if (socket_.front() == '@') address.sun_path[0] = '\0';  // the abstract namespace, unix(7)
  FileDescriptor const socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  auto const bytes = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  auto const* const any = reinterpret_cast<sockaddr const*>(&address);  // NOLINT: as sendto(2) takes it
  (void)::sendto(socket.value(), assignments.data(), assignments.size(), MSG_NOSIGNAL | MSG_DONTWAIT, any,
                 bytes);
}

bool NotifySocket::is_status_due() const {
  return listens() && (!sent_ || std::chrono::steady_clock::now() - *sent_ >= kStatusInterval);
}

void NotifySocket::send_status(std::string_view status) {
  if (!listens()) return;
  sent_ = std::chrono::steady_clock::now();
  send("STATUS=" + std::string(status));
}

std::optional<std::chrono::microseconds> watchdog_pause(Environment const& environment) {
  auto const pid = environment("WATCHDOG_PID");
  if (pid && number(pid) != static_cast<std::uint64_t>(::getpid())) return std::nullopt;
  auto const interval = number(environment("WATCHDOG_USEC"));
  if (interval == 0) return std::nullopt;
  return std::chrono::microseconds(interval / 2);
}

bool has_passed_socket(Environment const& environment) {
  return number(environment("LISTEN_PID")) == static_cast<std::uint64_t>(::getpid()) &&
         number(environment("LISTEN_FDS")) > 0;
}

}  // namespace pressmark
