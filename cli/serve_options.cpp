// The options of the command that serves.
#include "cli/command_options.h"

namespace pressmark {

Options serve_options(Arguments const& arguments, Environment const& /*environment*/) {
  ServeOptions options;
  Syntax syntax("serve", "[OPTION]...",
                "Answers searches over HTTP: a page at /search, JSON below /api. SIGHUP has the\n"
                "configuration read again, SIGTERM ends it.");
  syntax.value("--listen", "WHERE", options.listen, "ADDRESS:PORT or unix:PATH (127.0.0.1:7700)");
  syntax.flag("--quiet", options.quiet, "write no line for each request");
  syntax.flag("--check", options.check, "only tell whether it could");
  syntax.example("pressmark serve --listen 127.0.0.1:8080");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.given = syntax.given();  // read when the command runs, and again for each reload
  return options;
}

}  // namespace pressmark
