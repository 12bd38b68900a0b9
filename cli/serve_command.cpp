// `pressmark serve`: the site search backend, until a signal ends it.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>
#include <mutex>
#include <optional>
#include <signal.h>
#include <string>

#include "cli/commands.h"
#include "present/status.h"
#include "server/server.h"
#include "server/service_notice.h"

namespace pressmark {

namespace {

using Clock = std::chrono::steady_clock;

// Signals that are waited for instead of interrupting; every thread begun after inherits that.
class AwaitedSignals {
 public:
  AwaitedSignals() {
    ::sigemptyset(&signals_);
    for (int const signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&signals_, signal);
    ::pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~AwaitedSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  AwaitedSignals(AwaitedSignals const&) = delete;
  AwaitedSignals& operator=(AwaitedSignals const&) = delete;

  // The next signal, if one comes in time.
  [[nodiscard]] std::optional<int> wait(std::chrono::nanoseconds most) const {
    auto const seconds = std::chrono::floor<std::chrono::seconds>(most);
    timespec const timeout{seconds.count(), (most - seconds).count()};
    int const signal = ::sigtimedwait(&signals_, nullptr, &timeout);
    return signal > 0 ? std::optional(signal) : std::nullopt;
  }

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

SharedSettings read_service_settings(ServeOptions const& options, Context const& context) {
  auto settings = read_settings(options.given, context.environment);
  auto& server = settings.configuration.server;
  if (!options.listen.empty()) server.listen = options.listen;
  if (options.quiet) server.quiet = true;
  return service_settings(settings.configuration, settings.layout(), settings.weights, PRESSMARK_VERSION);
}

// Reads the configuration again; a wrong one changes nothing.
void reload(Server& server, ServeOptions const& options, ServiceNotice const& notice, Context const& context,
            Log const& log) {
  auto const now = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch());
  notice.send("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count()));
  try {
    server.replace_settings(read_service_settings(options, context));
    log("configuration read again\n");
  } catch (Error const& error) {
    log(std::string("error: ") + error.what() + "; the settings stay as they were\n");
  }
  notice.send("READY=1");
}

// Until SIGTERM or SIGINT.
void watch_over(Server& server, ServeOptions const& options, AwaitedSignals const& signals,
                ServiceNotice const& notice, Context const& context, Log const& log) {
  auto const watchdog = watchdog_pause(context.environment);
  std::chrono::nanoseconds const pause =
      std::min<std::chrono::nanoseconds>(std::chrono::seconds(1), watchdog.value_or(std::chrono::seconds(1)));
  while (true) {
    auto const signal = signals.wait(pause);
    if (signal && *signal != SIGHUP) return;
    if (signal) reload(server, options, notice, context, log);
    server.end_overdue_connections();
    if (watchdog) notice.send("WATCHDOG=1");
  }
}

}  // namespace

int run_command(ServeOptions const& options, Context& context) {
  auto const settings = read_service_settings(options, context);
  if (options.check) {
    auto const posts = Searcher(settings->store, settings->weights).state().posts;
    context.out << "ready to serve " << posts << (posts == 1 ? " post" : " posts") << " at "
                << settings->server.listen << '\n';
    return kExitDone;
  }
  AwaitedSignals const signals;
  // A log that nobody reads any more must not end the server.
  auto* const before = std::signal(SIGPIPE, SIG_IGN);
  std::mutex log_mutex;
  Log const log = [&](std::string const& line) {
    std::lock_guard const lock(log_mutex);
    context.err << line << std::flush;
  };
  ServiceNotice const notice(context.environment("NOTIFY_SOCKET").value_or(""));
  {
    Server server(
        has_passed_socket(context.environment) ? passed_listener() : open_listener(settings->server.listen),
        settings, log);
    log("listening at " + server.name() + '\n');
    notice.send("READY=1");
    watch_over(server, options, signals, notice, context, log);
    notice.send("STOPPING=1");
  }
  std::signal(SIGPIPE, before);
  return kExitDone;
}

}  // namespace pressmark
