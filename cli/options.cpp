// Tells the commands apart.
#include "cli/options.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "cli/command_options.h"
#include "cli/settings.h"
#include "common/base/error.h"
#include "common/base/nearest_name.h"

namespace pressmark {

namespace {

struct Command {
  std::string_view name;
  std::string_view summary;
  Options (*parse)(Arguments const&, Environment const&);
};

constexpr auto kCommands = std::to_array<Command>({
    {"index", "add posts from feeds, exports and pages", index_options},
    {"reindex", "fetch the configured sources: the nightly job", reindex_options},
    {"search", "find posts", search_options},
    {"suggest", "complete what a reader has typed", suggest_options},
    {"explain", "tell why a post is found where it is, or not", explain_options},
    {"serve", "answer searches over HTTP", serve_options},
    {"stats", "show what the store holds", stats_options},
    {"insight", "tell what readers searched, and what they did not find", insight_options},
    {"check", "verify that the store is sound", check_options},
    {"rollback", "undo what a job did", rollback_options},
    {"forget", "remove posts and keep them out", forget_options},
    {"move", "follow posts to another address", move_options},
    {"export", "write all posts as JSON Lines", export_options},
    {"import", "take exported posts back", import_options},
    {"eval", "measure how well judged queries are answered", eval_options},
    {"init", "write a configuration to start from", init_options},
    {"config", "show the settings in force", config_options},
});

struct SplitLine {
  Arguments settings;  // --store and --config before the command, with their values
  Arguments command;   // and its arguments
};

// The store and the configuration may be named before the command too, and `help COMMAND` is
// `COMMAND --help`.
SplitLine split_line(Arguments arguments) {
  SplitLine line;
  while (!arguments.empty()) {
    auto const name = arguments[0].substr(0, arguments[0].find('='));
    if (name != "--store" && name != "--config") break;
    std::ptrdiff_t const taken = arguments[0] == name ? 2 : 1;
    if (std::ssize(arguments) < taken) throw Error(ErrorCode::usage, name + " needs a value");
    line.settings.insert(line.settings.end(), arguments.begin(), arguments.begin() + taken);
    arguments.erase(arguments.begin(), arguments.begin() + taken);
  }
  if (!arguments.empty() && arguments[0] == "help") {
    arguments.erase(arguments.begin());
    arguments.insert(arguments.begin() + (arguments.empty() ? 0 : 1), "--help");
  }
  line.command = std::move(arguments);
  return line;
}

// No command: what is there, and what to do next.
StartOptions start_options(Arguments const& settings, Environment const& environment) {
  Syntax syntax("", "COMMAND", "");
  (void)syntax.parse(settings);
  return {read_settings(syntax.given(), environment).layout()};
}

HelpOptions program_help() {
  constexpr std::size_t kNameColumns = 10;
  std::string text =
      "Pressmark is a full-text search engine over posts.\n\nUsage: pressmark [--store DIR] [--config FILE] "
      "COMMAND [ARGUMENT]...\n\n";
  for (auto const& command : kCommands) {
    text.append("  ").append(command.name).append(kNameColumns - command.name.size(), ' ');
    text.append(command.summary) += '\n';
  }
  text +=
      "\npressmark COMMAND --help explains a command, pressmark --version names this version.\n"
      "\nExample: pressmark index feed.xml\n         pressmark search words you remember\n";
  return {text};
}

[[noreturn]] void refuse_command(std::string const& first) {
  Arguments names{"--help", "--version", "--store", "--config"};
  for (auto const& command : kCommands) names.emplace_back(command.name);
  auto const hint = did_you_mean(first, names);
  throw Error(
      ErrorCode::usage,
      first.starts_with('-') ? "pressmark has no option " + first : "there is no command \"" + first + '"',
      hint.empty() ? "pressmark --help lists the commands" : hint);
}

}  // namespace

Options parse_arguments(Arguments const& given, Environment const& environment) {
  auto const [settings, command] = split_line(given);
  if (command.empty()) return start_options(settings, environment);
  auto const& first = command.front();
  if (first == "--help" || first == "-h") return program_help();
  if (first == "--version") return VersionOptions{};
  auto const found = std::ranges::find(kCommands, first, &Command::name);
  if (found == kCommands.end()) refuse_command(first);
  auto arguments = settings;
  arguments.insert(arguments.end(), command.begin() + 1, command.end());
  return found->parse(arguments, environment);
}

}  // namespace pressmark
