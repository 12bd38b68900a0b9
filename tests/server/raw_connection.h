// A connection that sends bytes as they are.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

#include "common/base/file_descriptor.h"
#include "tests/support/loopback.h"

namespace pressmark {

class RawConnection {
 public:
  explicit RawConnection(int port) : socket_(connect_to(port)) {}

  // To a socket in the file system.
  explicit RawConnection(std::filesystem::path const& path) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.native().copy(&address.sun_path[0], sizeof address.sun_path - 1);
    if (::connect(socket_.value(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
      throw std::runtime_error("no connection");
    }
  }

  // False if the other side has ended the connection.
  bool send(std::string_view bytes) const {
    return ::send(socket_.value(), bytes.data(), bytes.size(), MSG_NOSIGNAL) == std::ssize(bytes);
  }
  void finish_sending() const { ::shutdown(socket_.value(), SHUT_WR); }

  // Whether the other side ends the connection within this time, nothing being read.
  [[nodiscard]] bool is_ended_within(std::chrono::milliseconds patience) const {
    pollfd watched{.fd = socket_.value(), .events = POLLRDHUP, .revents = 0};
    return ::poll(&watched, 1, static_cast<int>(patience.count())) == 1;
  }

  // Everything until the other side ends; nothing if it does not within a pause of this length.
  [[nodiscard]] std::optional<std::string> read_to_end(std::chrono::seconds patience) const {
    timeval const timeout{patience.count(), 0};
    ::setsockopt(socket_.value(), SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    std::string all;
    std::string piece(65'536, '\0');
    while (true) {
      auto const bytes = ::recv(socket_.value(), piece.data(), piece.size(), 0);
      if (bytes == 0 || (bytes < 0 && errno == ECONNRESET)) return all;
      if (bytes < 0) return std::nullopt;
      all.append(piece, 0, static_cast<std::size_t>(bytes));
    }
  }

 private:
  FileDescriptor socket_;
};

}  // namespace pressmark
