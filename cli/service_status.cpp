// Datagrams of "STATUS=…".
#include "cli/service_status.h"

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pressmark {

using namespace std::chrono_literals;

ServiceStatus::ServiceStatus(Environment const& environment)
    : socket_(environment("NOTIFY_SOCKET").value_or("")) {
  bool const is_name = socket_.starts_with('/') || socket_.starts_with('@');
  if (!is_name || socket_.size() >= sizeof(sockaddr_un::sun_path)) socket_.clear();
}

bool ServiceStatus::is_due() const {
  return is_watched() && (!sent_ || std::chrono::steady_clock::now() - *sent_ >= 1s);
}

void ServiceStatus::send(std::string_view status) {
  if (!is_watched()) return;
  sent_ = std::chrono::steady_clock::now();
  sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = {}};
  std::memcpy(address.sun_path, socket_.data(), socket_.size());
  if (socket_.front() == '@') address.sun_path[0] = '\0';  // an abstract name (unix(7))
  auto const length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  int const descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return;
  auto const message = "STATUS=" + std::string(status);
  (void)sendto(descriptor, message.data(), message.size(), MSG_DONTWAIT | MSG_NOSIGNAL,
               reinterpret_cast<sockaddr const*>(&address), length);
  close(descriptor);
}

}  // namespace pressmark
