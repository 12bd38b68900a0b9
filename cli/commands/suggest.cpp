// `pressmark suggest`: completions of what a reader has typed.
#include <algorithm>
#include <charconv>

#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "present/json/suggestions_json.h"
#include "present/status.h"
#include "present/text/suggestions_text.h"
#include "searcher/searcher.h"

namespace pressmark {

namespace {

struct SuggestCommandOptions {
  StoreLayout store;
  std::string typed;
  ReportFormat format = ReportFormat::text;
  ColorChoice color = ColorChoice::automatic;
  std::vector<std::string> warnings;  // about the command line
};

int run(SuggestCommandOptions const& options, Context& context) {
  auto const suggestions = Searcher(options.store).suggest(options.typed);
  for (auto const& warning : options.warnings) context.err << "warning: " << warning << '\n';
  if (options.format == ReportFormat::json) {
    context.out << suggestions_json(suggestions) << '\n';
  } else {
    context.out << suggestions_text(suggestions, text_style(options.color, context));
    if (suggestions.items.empty()) context.err << nothing_suggested(suggestions) << '\n';
  }
  return suggestions.items.empty() ? kExitNothingFound : kExitDone;
}

}  // namespace

int run_suggest(Arguments const& arguments, Context& context) {
  SuggestCommandOptions options;
  Syntax syntax("suggest", "[OPTION]... PREFIX...",
                "Suggests titles, headings and categories with the words typed so far, the\n"
                "last of them as the beginning of a word.");
  syntax.operands("PREFIX", "what a reader has typed; -- before a first -word");
  declare_report_format(syntax, options.format);
  declare_color(syntax, options.color);
  syntax.example("pressmark suggest inverted ind");
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return print_help(*parsed.help, context);
  options.warnings = mistyped_options(syntax, parsed);
  options.typed = joined_words(parsed.operands);
  if (parsed.operands.empty()) {
    throw Error(ErrorCode::usage, "suggest needs a PREFIX", "for example: pressmark suggest inv");
  }
  options.store = read_settings(syntax.given(), context.environment).layout();
  return run(options, context);
}

}  // namespace pressmark
