// Reads answers by their Content-Length.
#include "kept_connection.h"

#include <array>
#include <charconv>
#include <span>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <system_error>

#include "common/strings/ascii.h"
#include "tests/support/loopback.h"

namespace pressmark {

std::string HttpAnswer::header(std::string const& name) const {
  auto const found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

void KeptConnection::connect() {
  received_.clear();
  socket_.emplace(connect_to(port_));
  timeval const patience{kPatienceSeconds, 0};
  ::setsockopt(socket_->value(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

void KeptConnection::send(std::string const& request) {
  if (!socket_) connect();
  if (::send(socket_->value(), request.data(), request.size(), MSG_NOSIGNAL) != std::ssize(request)) {
    throw std::runtime_error("the connection ended before the request was taken");
  }
}

void KeptConnection::receive() {
  std::array<char, 1 << 16> piece{};
  auto const bytes = ::recv(socket_->value(), piece.data(), piece.size(), 0);
  if (bytes < 0) throw std::system_error(last_error(), "recv");
  if (bytes == 0) throw std::runtime_error("the connection ended before the answer did");
  received_.append(piece.data(), static_cast<std::size_t>(bytes));
}

HttpAnswer KeptConnection::read_head() {
  while (received_.find("\r\n\r\n") == std::string::npos) receive();
  HttpAnswer answer;
  auto const end = received_.find("\r\n\r\n");
  auto const lines = split(std::string_view(received_).substr(0, end), "\n");
  if (!lines.front().starts_with("HTTP/1.1 ") || lines.front().size() < 12) {
    throw std::runtime_error("no status line: " + std::string(lines.front()));
  }
  std::from_chars(lines.front().data() + 9, lines.front().data() + 12, answer.status);
  for (auto const line : std::span(lines).subspan(1)) {
    auto const colon = line.find(": ");
    if (colon == std::string_view::npos) throw std::runtime_error("no header: " + std::string(line));
    answer.headers[lower(line.substr(0, colon))] = trim(line.substr(colon + 2));
  }
  received_.erase(0, end + 4);
  return answer;
}

HttpAnswer KeptConnection::ask(std::string const& request, bool bodiless) {
  send(request);
  auto answer = read_head();
  if (!bodiless && answer.status != 204 && answer.status != 304) {
    auto const length = std::stoul(answer.header("content-length"));
    while (received_.size() < length) receive();
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
  }
  if (!received_.empty()) throw std::runtime_error("something after the answer: " + received_);
  if (answer.header("connection") == "close") socket_.reset();
  return answer;
}

void KeptConnection::abandon(std::string const& request) {
  send(request);
  socket_.reset();
}

}  // namespace pressmark
