// HTTP/1.1 over plain sockets, as little of it as a script needs.
#include "tests/support/web_server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cctype>
#include <netinet/in.h>
#include <sstream>
#include <stdexcept>
#include <stdlib.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace pressmark {
namespace {

void require(bool condition, char const* what) {
  if (!condition) throw std::runtime_error(what);
}

// Everything up to the empty line; requests have no body here.
std::string read_head(int connection) {
  std::string head;
  std::array<char, 4096> buffer{};
  while (head.find("\r\n\r\n") == std::string::npos) {
    auto const count = ::recv(connection, buffer.data(), buffer.size(), 0);
    if (count <= 0) return {};
    head.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return head;
}

SeenRequest parse_request(std::string const& head) {
  SeenRequest request;
  std::istringstream lines(head);
  std::string method;
  lines >> method >> request.target;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "\r") {
    auto const colon = line.find(": ");
    if (colon == std::string::npos) continue;
    auto name = line.substr(0, colon);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    request.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return request;
}

std::string bytes_of(Answer const& answer) {
  if (answer.raw) return *answer.raw;
  auto text = "HTTP/1.1 " + std::to_string(answer.status) + " Scripted\r\nConnection: close\r\n";
  for (auto const& line : answer.headers) text += line + "\r\n";
  auto const length = answer.declared_length.value_or(answer.body.size());
  return text + "Content-Length: " + std::to_string(length) + "\r\n\r\n" + answer.body;
}

// Stops early where the client has gone.
void send_all(int connection, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void finish(int connection, Answer::End end) {
  if (end == Answer::End::reset) {
    linger const at_once{1, 0};  // close() then resets the connection
    ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    return;
  }
  if (end == Answer::End::close) ::shutdown(connection, SHUT_WR);
  // Until the client goes, or the server stops.
  std::array<char, 4096> ignored{};
  while (::recv(connection, ignored.data(), ignored.size(), 0) > 0) {
  }
}

}  // namespace

WebServer::WebServer(std::string address)
    : address_(std::move(address)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  ::setenv("no_proxy", "*", 1);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  require(::inet_pton(AF_INET, address_.c_str(), &place.sin_addr) == 1, "no IPv4 address");
  auto* const generic = reinterpret_cast<sockaddr*>(&place);
  socklen_t size = sizeof place;
  require(::bind(listener_, generic, size) == 0, "cannot bind");
  require(::listen(listener_, SOMAXCONN) == 0, "cannot listen");
  require(::getsockname(listener_, generic, &size) == 0, "cannot tell the port");
  port_ = ntohs(place.sin_port);
  acceptor_ = std::thread([this] { accept_all(); });
}

WebServer::~WebServer() {
  {
    std::lock_guard const lock(mutex_);
    is_stopping_ = true;
    for (int const connection : connections_) ::shutdown(connection, SHUT_RDWR);
  }
  ::shutdown(listener_, SHUT_RDWR);
  acceptor_.join();
  for (auto& worker : workers_) worker.join();
  ::close(listener_);
}

std::string WebServer::url(std::string const& target) const {
  return "http://" + address_ + ":" + std::to_string(port_) + target;
}

void WebServer::script(std::string const& target, std::vector<Answer> answers) {
  std::lock_guard const lock(mutex_);
  scripts_[target] = std::move(answers);
}

std::vector<SeenRequest> WebServer::requests() const {
  std::lock_guard const lock(mutex_);
  return requests_;
}

std::vector<SeenRequest> WebServer::requests(std::string const& target) const {
  auto seen = requests();
  std::erase_if(seen, [&](auto const& request) { return request.target != target; });
  return seen;
}

std::size_t WebServer::most_at_once() const {
  std::lock_guard const lock(mutex_);
  return most_at_once_;
}

void WebServer::accept_all() {
  while (true) {
    int const connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection == -1) return;
    std::lock_guard const lock(mutex_);
    if (is_stopping_) {
      ::close(connection);
      return;
    }
    connections_.insert(connection);
    workers_.emplace_back([this, connection] { serve(connection); });
  }
}

void WebServer::serve(int connection) {
  auto const head = read_head(connection);
  if (!head.empty()) {
    auto const answer = begin_answer(parse_request(head));
    if (answer.before) answer.before();
    end_answer();  // before the client can know, and send its next request
    send_all(connection, bytes_of(answer));
    finish(connection, answer.end);
  }
  std::lock_guard const lock(mutex_);
  connections_.erase(connection);
  ::close(connection);
}

Answer WebServer::begin_answer(SeenRequest request) {
  std::lock_guard const lock(mutex_);
  most_at_once_ = std::max(most_at_once_, ++at_once_);
  requests_.push_back(std::move(request));
  auto const found = scripts_.find(requests_.back().target);
  if (found == scripts_.end()) return {.status = 404};
  auto& answers = found->second;
  auto answer = answers.front();
  if (answers.size() > 1) answers.erase(answers.begin());
  return answer;
}

void WebServer::end_answer() {
  std::lock_guard const lock(mutex_);
  --at_once_;
}

}  // namespace pressmark
