// The options of the commands about the configuration: init and config.
#include "cli/command_options.h"
#include "cli/settings.h"
#include "cli/store_location.h"
#include "common/base/error.h"

namespace pressmark {

Options init_options(Arguments const& arguments, Environment const& environment) {
  Syntax syntax("init", "[FILE]",
                "Writes a configuration that sets nothing yet: every setting there is, with\n"
                "what it means and its default. Replaces no file.",
                Uses::nothing);
  syntax.operands("FILE", "to write (pressmark.toml); - is standard output");
  syntax.example("pressmark init && export PRESSMARK_CONFIG=$PWD/pressmark.toml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  if (parsed.operands.size() > 1) throw Error(ErrorCode::usage, "init writes one FILE");
  return InitOptions{parsed.operands.empty() ? "pressmark.toml" : parsed.operands.front(),
                     default_store(environment)};
}

Options config_options(Arguments const& arguments, Environment const& environment) {
  ConfigOptions options;
  Syntax syntax("config", "show [OPTION]...", "Prints every setting in force, and what set it.");
  syntax.operands("show", "names, values and origins");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark config show --config pressmark.toml");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  if (parsed.operands != Arguments{"show"}) {
    throw Error(ErrorCode::usage, "config can only show the settings", "write: pressmark config show");
  }
  options.settings = read_settings(syntax.given(), environment);
  return options;
}

}  // namespace pressmark
