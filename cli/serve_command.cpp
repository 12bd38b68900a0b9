// `pressmark serve`: the site search backend, until a signal ends it.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <ctime>
#include <mutex>
#include <optional>
#include <signal.h>
#include <string>
#include <utility>

#include "cli/commands.h"
#include "cli/service_notice.h"
#include "present/status.h"
#include "server/http/framing_check.h"
#include "server/server.h"

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

  // From now on SIGTERM and SIGINT end the process at once.
  void release() const {
    sigset_t ending{};
    ::sigemptyset(&ending);
    for (int const signal : {SIGTERM, SIGINT}) ::sigaddset(&ending, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
  }

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

// What the server runs among.
struct Surroundings {
  ServeOptions const& options;
  Context const& context;
  ServiceNotice const& notice;
  Log const& log;
};

// Reads the configuration again; a wrong one changes nothing.
void reload(Server& server, ConfiguredServer const& begun_with, Surroundings const& with) {
  auto const now = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch());
  with.notice.send("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count()));
  std::string outcome = "configuration read again";
  try {
    auto const settings = read_service_settings(with.options, with.context);
    server.replace_settings(settings);
    for (auto const& name : settings_needing_restart(begun_with, settings->server)) {
      outcome += "; " + name + " needs a restart";
    }
  } catch (Error const& error) {
    outcome = std::string("error: ") + error.what() + "; the settings stay as they were";
  }
  with.log(outcome + '\n');
  with.notice.send("READY=1\nSTATUS=" + outcome);
}

// Says that all is well for as long as it is, in time for a manager that wants to hear it.
class Watchdog {
 public:
  explicit Watchdog(Surroundings const& with)
      : pause_(watchdog_pause(with.context.environment)), with_(with) {}

  [[nodiscard]] std::chrono::nanoseconds pause(std::chrono::nanoseconds most) const {
    return pause_ ? std::min(most, *pause_) : most;
  }

  void report(Server const& server) {
    if (!pause_) return;
    bool const was_well = std::exchange(is_well_, server.is_responsive(*pause_));
    if (is_well_) with_.notice.send("WATCHDOG=1");
    if (was_well && !is_well_)
      with_.log("error: requests hang; the service manager hears nothing any more\n");
  }

 private:
  std::optional<std::chrono::nanoseconds> pause_;
  bool is_well_ = true;
  Surroundings const& with_;
};

// Until SIGTERM or SIGINT.
void watch_over(Server& server, ConfiguredServer const& begun_with, AwaitedSignals const& signals,
                Surroundings const& with) {
  Watchdog watchdog(with);
  while (true) {
    auto const signal = signals.wait(watchdog.pause(std::chrono::seconds(1)));
    if (signal && *signal != SIGHUP) return;
    if (signal) reload(server, begun_with, with);
    server.end_overdue_connections();
    watchdog.report(server);
  }
}

void serve(SharedSettings const& settings, Surroundings const& with) {
  AwaitedSignals const signals;
  Server server(has_passed_socket(with.context.environment) ? passed_listener()
                                                            : open_listener(settings->server.listen),
                settings, with.log);
  with.log("listening at " + server.name() + '\n');
  with.notice.send("READY=1\nSTATUS=listening at " + server.name());
  watch_over(server, settings->server, signals, with);
  with.notice.send("STOPPING=1\nSTATUS=answering the last requests");
  signals.release();
}

}  // namespace

int run_command(ServeOptions const& options, Context& context) {
  auto const settings = read_service_settings(options, context);
  if (options.check) {
    check_listen_address(settings->server.listen);
    require_usable_http_library();
    auto const posts = Searcher(settings->store, settings->weights).state().posts;
    context.out << "ready to serve " << posts << (posts == 1 ? " post" : " posts") << " at "
                << settings->server.listen << '\n';
    return kExitDone;
  }
  // A log that nobody reads any more must not end the server.
  auto* const before = std::signal(SIGPIPE, SIG_IGN);
  std::mutex log_mutex;
  Log const log = [&](std::string const& line) {
    std::lock_guard const lock(log_mutex);
    context.err << line << std::flush;
  };
  ServiceNotice const notice(context.environment("NOTIFY_SOCKET").value_or(""));
  serve(settings, {options, context, notice, log});
  std::signal(SIGPIPE, before);
  return kExitDone;
}

}  // namespace pressmark
