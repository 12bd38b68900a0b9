// `pressmark serve`: the site search backend, until a signal ends it.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/process/awaited_signals.h"
#include "cli/process/service_manager.h"
#include "cli/syntax/settings.h"
#include "common/strings/text_list.h"
#include "present/status.h"
#include "server/http/framing_check.h"
#include "server/server.h"

namespace pressmark {

namespace {

struct ServeOptions {
  GivenSettings given;  // what else is in force is read by the command, at SIGHUP once more
  std::string listen;   // empty: as configured
  bool quiet = false;
  bool check = false;
};

SharedSettings read_service_settings(ServeOptions const& options, Context const& context) {
  auto settings = read_settings(options.given, context.environment);
  auto& server = settings.configuration.server;
  if (!options.listen.empty()) server.listen = options.listen;
  if (options.quiet) server.quiet = true;
  return service_settings(settings.configuration, settings.layout(), settings.weights, PRESSMARK_VERSION);
}

// What the server needs of the program around it.
struct ServeContext {
  ServeOptions const& options;
  Context const& context;
  NotifySocket const& manager;
  Log const& log;
};

// Reads the configuration again; a wrong one changes nothing.
void reload(Server& server, ConfiguredServer const& begun_with, ServeContext const& with) {
  auto const now = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
  with.manager.send("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count()));
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
  with.manager.send("READY=1\nSTATUS=" + outcome);
}

// Says that all is well for as long as it is, in time for a manager that wants to hear it.
class Watchdog {
 public:
  explicit Watchdog(ServeContext const& with)
      : pause_(watchdog_pause(with.context.environment)), with_(with) {}

  [[nodiscard]] std::chrono::nanoseconds pause(std::chrono::nanoseconds most) const {
    return pause_ ? std::min(most, *pause_) : most;
  }

  void report(Server const& server) {
    if (!pause_) return;
    bool const was_well = std::exchange(is_well_, server.is_responsive(*pause_));
    if (is_well_) with_.manager.send("WATCHDOG=1");
    if (was_well && !is_well_) {
      with_.log("error: requests hang; the service manager hears nothing any more\n");
    }
  }

 private:
  std::optional<std::chrono::nanoseconds> pause_;
  bool is_well_ = true;
  ServeContext const& with_;
};

// Until SIGTERM or SIGINT.
void watch_over(Server& server, ConfiguredServer const& begun_with, AwaitedSignals const& signals,
                ServeContext const& with) {
  Watchdog watchdog(with);
  while (true) {
    auto const signal = signals.wait(watchdog.pause(std::chrono::seconds(1)));
    if (signal && *signal != SIGHUP) return;
    if (signal) reload(server, begun_with, with);
    server.end_overdue_connections();
    watchdog.report(server);
  }
}

void serve(SharedSettings const& settings, ServeContext const& with) {
  AwaitedSignals const signals;
  Server server(has_passed_socket(with.context.environment) ? passed_listener()
                                                            : open_listener(settings->server.listen),
                settings, with.log);
  with.log("listening at " + server.name() + '\n');
  with.manager.send("READY=1\nSTATUS=listening at " + server.name());
  watch_over(server, settings->server, signals, with);
  with.manager.send("STOPPING=1\nSTATUS=answering the last requests");
  signals.release();
}

int run(ServeOptions const& options, Context& context) {
  auto const settings = read_service_settings(options, context);
  if (options.check) {
    check_listen_address(settings->server.listen);
    require_usable_http_library();
    auto const posts = Searcher(settings->store, settings->weights).state().posts;
    context.out << "ready to serve " << counted(posts, "post") << " at " << settings->server.listen << '\n';
    return kExitDone;
  }
  // A log that nobody reads any more must not end the server.
  auto* const before = std::signal(SIGPIPE, SIG_IGN);
  std::mutex log_mutex;
  Log const log = [&](std::string const& line) {
    std::lock_guard const lock(log_mutex);
    context.err << line << std::flush;
  };
  NotifySocket const manager(context.environment);
  serve(settings, {options, context, manager, log});
  std::signal(SIGPIPE, before);
  return kExitDone;
}

}  // namespace

int run_serve(Arguments const& arguments, Context& context) {
  ServeOptions options;
  Syntax syntax("serve", "[OPTION]...",
                "Answers searches over HTTP: a page at /search, JSON below /api. SIGHUP has the\n"
                "configuration read again, SIGTERM ends it.");
  syntax.value("--listen", "WHERE", options.listen, "ADDRESS:PORT or unix:PATH (127.0.0.1:7700)");
  syntax.flag("--quiet", options.quiet, "write no line for each request");
  syntax.flag("--check", options.check, "only tell whether it could");
  syntax.example("pressmark serve --listen 127.0.0.1:8080");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return print_help(*parsed.help, context);
  options.given = syntax.given();  // read when the command runs, and again for each reload
  return run(options, context);
}

}  // namespace pressmark
