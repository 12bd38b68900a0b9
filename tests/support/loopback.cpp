// Connects over IPv4.
#include "tests/support/loopback.h"

#include <cstdint>
#include <netinet/in.h>
#include <sys/socket.h>
#include <system_error>

namespace pressmark {

FileDescriptor connect_to(int port) {
  FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket.value(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
    throw std::system_error(last_error(), "connect");
  }
  return socket;
}

}  // namespace pressmark
