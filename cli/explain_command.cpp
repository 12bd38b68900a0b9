// `pressmark explain`: why a post stands where it stands, or why it is not found.
#include "cli/commands.h"
#include "present/json/explanation_json.h"
#include "present/status.h"
#include "present/text/explanation_text.h"
#include "searcher/searcher.h"

namespace pressmark {

int run_command(ExplainOptions const& options, Context& context) {
  auto const explanation =
      Searcher(options.store, options.weights).explain(options.request, options.post, context.now);
  for (auto const& warning : options.warnings) context.err << "warning: " << warning << '\n';
  if (options.format == ReportFormat::json) {
    context.out << explanation_json(explanation) << '\n';
  } else {
    context.out << explanation_text(explanation, text_style(options.color, context));
    for (auto const& warning : explanation.warnings) context.err << "warning: " << warning.message << '\n';
  }
  return explanation.rank == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace pressmark
