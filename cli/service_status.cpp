// Datagrams of "STATUS=…".
#include "cli/service_status.h"

#include <sys/un.h>

#include "cli/service_notice.h"

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
  ServiceNotice(socket_).send("STATUS=" + std::string(status));
}

}  // namespace pressmark
