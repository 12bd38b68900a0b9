// How many pages the server answers a second, found in the cache or searched, and in how much memory.
//
//   server_load STORE JUDGEMENTS [SECONDS [SECTIONS]]
//
// The server is a process of its own on a socket of this machine; the load comes from this one,
// over connections that are kept, and takes its share of the processors. Pages have ten posts with up
// to SECTIONS sections each, three unless it is said. Prints requests a second for the page and for
// the API, with and without the cache, and the server's peak memory.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "bench/run_benchmark.h"
#include "common/base/file_descriptor.h"
#include "present/address/search_address.h"
#include "searcher/evaluate/evaluate.h"
#include "server/server.h"

using namespace pressmark;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kConnections = 16;

struct ServerProcess {
  ServerProcess(StoreLayout const& store, std::string const& socket, double cache_megabytes) {
    started = Clock::now();
    pid = ::fork();
    if (pid != 0) return;
    sigset_t ended;
    ::sigemptyset(&ended);
    ::sigaddset(&ended, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &ended, nullptr);
    Configuration configuration;
    configuration.server.cache_megabytes = cache_megabytes;
    configuration.server.quiet = true;
    {
      Server const server(open_listener("unix:" + socket),
                          service_settings(configuration, store, {}, "bench"), [](std::string const&) {});
      int signal = 0;
      ::sigwait(&ended, &signal);
    }
    ::_exit(0);
  }
  // Ends it, and tells what it used.
  [[nodiscard]] rusage end() {
    rusage used{};
    ::kill(pid, SIGTERM);
    ::wait4(pid, nullptr, 0, &used);
    return used;
  }

  Clock::time_point started;
  pid_t pid = 0;
};

FileDescriptor connect_to(std::string const& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(&address.sun_path[0], path.data(), path.size());
  while (true) {
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    auto const* const any = reinterpret_cast<sockaddr const*>(&address);
    if (::connect(socket.value(), any, sizeof address) == 0) return socket;
    std::this_thread::sleep_for(std::chrono::microseconds(200));  // the server is still starting
  }
}

// Sends one request and reads its whole answer. False for anything but 200.
bool ask(FileDescriptor const& socket, std::string const& request, std::string& buffer) {
  if (::send(socket.value(), request.data(), request.size(), 0) != std::ssize(request)) return false;
  std::size_t taken = 0;
  std::size_t whole = std::string::npos;
  while (taken < whole) {
    if (buffer.size() - taken < 4'096) buffer.resize(buffer.size() + 65'536);
    auto const bytes = ::recv(socket.value(), buffer.data() + taken, buffer.size() - taken, 0);
    if (bytes <= 0) return false;
    taken += static_cast<std::size_t>(bytes);
    auto const head = std::string_view(buffer.data(), taken).find("\r\n\r\n");
    if (whole != std::string::npos || head == std::string_view::npos) continue;
    auto const length = std::string_view(buffer.data(), head).find("Content-Length: ");
    whole = head + 4 + std::strtoul(buffer.data() + length + 16, nullptr, 10);
  }
  return std::string_view(buffer).substr(9, 3) == "200";
}

struct Load {
  double per_second = 0;
  double median_ms = 0;
  double p99_ms = 0;
  std::size_t failures = 0;
};

Load load(std::string const& socket_path, std::vector<std::string> const& requests,
          std::chrono::seconds time) {
  std::vector<std::vector<double>> taken(kConnections);
  std::atomic<std::size_t> failures = 0;
  auto const end = Clock::now() + time;
  {
    std::vector<std::jthread> clients;
    for (std::size_t client = 0; client < kConnections; ++client) {
      clients.emplace_back([&, client] {
        auto const socket = connect_to(socket_path);
        std::string buffer;
        for (std::size_t i = client; Clock::now() < end; ++i) {
          auto const begun = Clock::now();
          if (!ask(socket, requests[i % requests.size()], buffer)) {
            ++failures;
            return;
          }
          taken[client].push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
        }
      });
    }
  }
  std::vector<double> all;
  for (auto const& one : taken) all.insert(all.end(), one.begin(), one.end());
  if (all.empty()) return {.failures = failures};
  std::ranges::sort(all);
  return {static_cast<double>(all.size()) / std::chrono::duration<double>(time).count(), all[all.size() / 2],
          all[all.size() * 99 / 100], failures};
}

void measure(StoreLayout const& store, std::vector<SearchAddress> const& addresses, std::string_view path,
             double cache_megabytes, std::chrono::seconds time) {
  auto const socket = "/tmp/server_load." + std::to_string(::getpid());
  std::vector<std::string> requests;
  for (auto const& address : addresses) {
    requests.push_back("GET " + std::string(path) + "?" + query_string(address) +
                       " HTTP/1.1\r\nHost: bench\r\n\r\n");
  }
  ServerProcess server(store, socket, cache_megabytes);
  std::string buffer;
  bool const is_answered = ask(connect_to(socket), requests.front(), buffer);
  std::chrono::duration<double, std::milli> const first = Clock::now() - server.started;
  auto const figures = load(socket, requests, time);
  auto const used = server.end();
  auto const microseconds = [](timeval const& spent) {
    return static_cast<double>(spent.tv_sec) * 1e6 + static_cast<double>(spent.tv_usec);
  };
  auto const requests_answered = figures.per_second * std::chrono::duration<double>(time).count();
  std::printf(
      "%-12s cache %1.0f MB  %7.0f requests/s  median %7.3f ms  p99 %7.3f ms  processor %4.0f us a request  "
      "peak %4.1f MB  first %4.1f ms%s\n",
      std::string(path).c_str(), cache_megabytes, figures.per_second, figures.median_ms, figures.p99_ms,
      (microseconds(used.ru_utime) + microseconds(used.ru_stime)) / requests_answered,
      static_cast<double>(used.ru_maxrss) / 1024, first.count(),
      is_answered && figures.failures == 0 ? "" : "  FAILED");
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: server_load STORE JUDGEMENTS [SECONDS [SECTIONS]]\n", stderr);
    return 2;
  }
  StoreLayout const store{argv[1]};
  std::vector<SearchAddress> addresses;
  for (auto const& judged : read_judgements(argv[2])) {
    auto& address = addresses.emplace_back();
    address.query = judged.query;
    if (argc > 4) address.sections = std::strtoul(argv[4], nullptr, 10);
  }
  std::chrono::seconds const time(argc > 3 ? std::atol(argv[3]) : 5);
  for (auto const* path : {"/search", "/api/search"}) {
    for (double const megabytes : {0.0, 8.0}) measure(store, addresses, path, megabytes, time);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return run_benchmark(run, argc, argv);
}
