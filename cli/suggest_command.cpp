// `pressmark suggest`: completions of what a reader has typed.
#include "cli/commands.h"
#include "present/json/suggestions_json.h"
#include "present/status.h"
#include "present/text/suggestions_text.h"
#include "searcher/searcher.h"

namespace pressmark {

int run_command(SuggestCommandOptions const& options, Context& context) {
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

}  // namespace pressmark
