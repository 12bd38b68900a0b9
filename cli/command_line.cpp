// Finds the command that the first argument names, and answers where it names none.
#include "cli/command_line.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/library_versions.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/syntax.h"
#include "common/base/error.h"
#include "common/strings/nearest_name.h"
#include "common/strings/text_list.h"
#include "operations/store_stats.h"
#include "present/status.h"
#include "server/http/transport.h"

namespace pressmark {

namespace {

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

std::string state_of(StoreLayout const& store) {
  try {
    return counted(store_stats(store).posts, "post");
  } catch (Error const& error) {
    return error.code() == ErrorCode::store_missing ? "nothing there yet" : error.what();
  }
}

// No command: what is there, and what to do next.
int introduce(Arguments const& settings, Context& context) {
  Syntax syntax("", "COMMAND", "");
  (void)syntax.parse(settings);
  auto const store = read_settings(syntax.given(), context.environment).layout();
  context.out << "Pressmark is a full-text search engine over posts. What to do next:\n"
                 "  pressmark index SOURCE...   adds the posts of feeds, exports and pages to the store\n"
                 "  pressmark search WORDS...   finds them\n"
                 "  pressmark --help            lists all commands\n"
                 "The store is "
              << store.root.string() << ": " << state_of(store) << '\n';
  return kExitDone;
}

std::string program_help() {
  constexpr std::size_t kNameColumns = 10;
  std::string text =
      "Pressmark is a full-text search engine over posts.\n\nUsage: pressmark [--store DIR] [--config FILE] "
      "COMMAND [ARGUMENT]...\n\n";
  for (auto const& command : commands()) {
    text.append("  ").append(command.name).append(kNameColumns - command.name.size(), ' ');
    text.append(command.summary) += '\n';
  }
  text +=
      "\npressmark COMMAND --help explains a command, pressmark --version names this version.\n"
      "\nExample: pressmark index feed.xml\n         pressmark search words you remember\n";
  return text;
}

int print_version(Context& context) {
  context.out << "pressmark " PRESSMARK_VERSION "\n";
  std::string separator = "with ";
  auto libraries = library_versions();
  libraries.push_back(http_library());
  for (auto const& library : libraries) context.out << std::exchange(separator, ", ") << library;
  context.out << '\n';
  return kExitDone;
}

[[noreturn]] void refuse_command(std::string const& first) {
  Arguments names{"--help", "--version", "--store", "--config"};
  for (auto const& command : commands()) names.emplace_back(command.name);
  auto const hint = did_you_mean(first, names);
  throw Error(
      ErrorCode::usage,
      first.starts_with('-') ? "pressmark has no option " + first : "there is no command \"" + first + '"',
      hint.empty() ? "pressmark --help lists the commands" : hint);
}

}  // namespace

int run_command_line(Arguments const& given, Context& context) {
  auto const [settings, command] = split_line(given);
  if (command.empty()) return introduce(settings, context);
  auto const& first = command.front();
  if (first == "--help" || first == "-h") return print_help(program_help(), context);
  if (first == "--version") return print_version(context);
  auto const found = std::ranges::find(commands(), first, &Command::name);
  if (found == commands().end()) refuse_command(first);
  auto arguments = settings;
  arguments.insert(arguments.end(), command.begin() + 1, command.end());
  return found->run(arguments, context);
}

}  // namespace pressmark
