// Receives datagrams at a socket with a name.
#include "service_manager.h"

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>

#include "tests/support/wait_until.h"

namespace pressmark {

ServiceManager::ServiceManager() : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  auto const path = socket().native();
  std::memcpy(&address.sun_path[0], path.data(), path.size());
  if (::bind(socket_.value(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
    throw std::system_error(errno, std::generic_category(), path);
  }
}

std::optional<std::string> ServiceManager::next(std::chrono::milliseconds patience) const {
  pollfd waiting{.fd = socket_.value(), .events = POLLIN, .revents = 0};
  if (::poll(&waiting, 1, static_cast<int>(patience.count())) != 1) return std::nullopt;
  std::string notice(4'096, '\0');
  auto const bytes = ::recv(socket_.value(), notice.data(), notice.size(), 0);
  if (bytes < 0) return std::nullopt;
  notice.resize(static_cast<std::size_t>(bytes));
  return notice;
}

std::optional<std::string> ServiceManager::next_with(std::string const& assignment) const {
  std::optional<std::string> notice;
  bool const has_come = wait_until([&] {
    notice = next(std::chrono::milliseconds(100));
    return notice && ('\n' + *notice + '\n').find('\n' + assignment) != std::string::npos;
  });
  return has_come ? notice : std::nullopt;
}

}  // namespace pressmark
