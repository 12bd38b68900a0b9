// A web server on the loopback interface that follows a script, well-behaved or not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace pressmark {

struct Answer {
  int status = 200;
  std::vector<std::string> headers;  // lines without their end: "ETag: \"1\""
  std::string body;
  std::optional<std::size_t> declared_length;  // for Content-Length, if not that of `body`
  std::optional<std::string> raw;              // sent instead of all the above

  enum class End {
    close,
    stall,  // says nothing more until the client goes
    reset,  // breaks the connection
  };
  End end = End::close;

  std::function<void()> before;  // called when the request is there, from a thread of the server
};

struct SeenRequest {
  std::string target;                          // "/feed.xml?page=2", or a whole URL if sent to a proxy
  std::map<std::string, std::string> headers;  // by their names in lower case
};

// Listens as long as it lives, and answers each connection once, in a thread of its own. Turns off
// the proxies that the environment names, which may not know this machine.
class WebServer {
 public:
  explicit WebServer(std::string address = "127.0.0.1");
  ~WebServer();
  WebServer(WebServer const&) = delete;
  WebServer& operator=(WebServer const&) = delete;

  // Where `target`, which begins with a slash, is found: "http://127.0.0.1:4711/feed.xml".
  [[nodiscard]] std::string url(std::string const& target) const;

  // Answers requests for `target` with `answers`, which are not empty, one after the other and with
  // the last from then on. Without a script the answer is 404.
  void script(std::string const& target, std::vector<Answer> answers);

  // All requests so far, or those for `target`, in the order they came in.
  [[nodiscard]] std::vector<SeenRequest> requests() const;
  [[nodiscard]] std::vector<SeenRequest> requests(std::string const& target) const;

  // The most requests that were there at one time and had no byte of their answer yet.
  [[nodiscard]] std::size_t most_at_once() const;

 private:
  void accept_all();
  void serve(int connection);
  [[nodiscard]] Answer begin_answer(SeenRequest request);
  void end_answer();

  std::string address_;
  int listener_;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;  // for all that follows but the thread
  std::map<std::string, std::vector<Answer>> scripts_;
  std::vector<SeenRequest> requests_;
  std::size_t at_once_ = 0;
  std::size_t most_at_once_ = 0;
  bool is_stopping_ = false;
  std::set<int> connections_;  // that are open
  std::vector<std::thread> workers_;
  std::thread acceptor_;
};

}  // namespace pressmark
