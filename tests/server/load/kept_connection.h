// A client of HTTP/1.1 that keeps its connection and takes answers apart, as fast as the server gives them.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "common/base/file_descriptor.h"

namespace pressmark {

struct HttpAnswer {
  int status = 0;
  std::map<std::string, std::string> headers;  // by their names in lower case
  std::string body;                            // as it was sent

  [[nodiscard]] std::string header(std::string const& name) const;
};

// Not thread-safe.
class KeptConnection {
 public:
  // To `port` of this machine, from the first request on.
  explicit KeptConnection(int port) : port_(port) {}

  // Sends one request, whole, and reads its answer; `bodiless` where the method means that there
  // is no body. Connects anew if the answer before said that it was the last. Throws
  // std::runtime_error if there is no connection, it ends before, or nothing comes for the time that tests
  // wait.
  [[nodiscard]] HttpAnswer ask(std::string const& request, bool bodiless = false);

  // Sends a request and goes away; the next one gets another connection.
  void abandon(std::string const& request);

  // Goes away; the next request gets another connection.
  void reset() { socket_.reset(); }

  static constexpr int kPatienceSeconds = 20;

 private:
  void connect();
  void send(std::string const& request);
  void receive();
  [[nodiscard]] HttpAnswer read_head();

  int port_;
  std::optional<FileDescriptor> socket_;
  std::string received_;  // and not yet taken
};

}  // namespace pressmark
