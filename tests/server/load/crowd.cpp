// Opens many connections.
#include "crowd.h"

#include <array>
#include <cerrno>
#include <sys/resource.h>
#include <sys/socket.h>
#include <utility>

#include "tests/support/loopback.h"

namespace pressmark {
namespace {

void allow_all_descriptors() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Whatever has been sent to it is read and forgotten.
bool is_ended(FileDescriptor const& socket) {
  std::array<char, 4'096> unread{};
  auto const bytes = ::recv(socket.value(), unread.data(), unread.size(), MSG_DONTWAIT);
  return bytes == 0 || (bytes < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

}  // namespace

Crowd::Crowd(int port, std::size_t count, std::string_view beginning) {
  allow_all_descriptors();
  for (std::size_t i = 0; i < count; ++i) {
    sockets_.push_back(connect_to(port));
    ::send(sockets_.back().value(), beginning.data(), beginning.size(), MSG_NOSIGNAL);
  }
}

void Crowd::send_byte() {
  for (auto const& socket : sockets_) ::send(socket.value(), "a", 1, MSG_NOSIGNAL);
}

std::size_t Crowd::open() {
  std::vector<FileDescriptor> open;
  for (auto& socket : sockets_) {
    if (!is_ended(socket)) open.push_back(std::move(socket));
  }
  std::swap(sockets_, open);
  return sockets_.size();
}

}  // namespace pressmark
