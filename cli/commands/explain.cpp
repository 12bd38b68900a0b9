// `pressmark explain`: why a post stands where it stands, or why it is not found.
#include <algorithm>
#include <charconv>

#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "present/json/explanation_json.h"
#include "present/status.h"
#include "present/text/explanation_text.h"
#include "searcher/searcher.h"

namespace pressmark {

namespace {

struct ExplainOptions {
  StoreLayout store;
  SearchRequest request;
  RankingWeights weights;
  std::string post;  // its URL, the end of one, or its id
  ReportFormat format = ReportFormat::text;
  ColorChoice color = ColorChoice::automatic;
  std::vector<std::string> warnings;  // about the command line
};

int run(ExplainOptions const& options, Context& context) {
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

}  // namespace

int run_explain(Arguments const& arguments, Context& context) {
  ExplainOptions options;
  Syntax syntax("explain", "[OPTION]... QUERY... URL",
                "Tells how a post scored for a query, or which word or filter kept it out; exits\n"
                "with 1 if it is not found.");
  syntax.operands("QUERY", "as in a search box; -- before a first -word");
  syntax.operands("URL", "the post's address, the end of it, or its id");
  declare_request(syntax, options.request);
  declare_report_format(syntax, options.format);
  declare_color(syntax, options.color);
  syntax.example("pressmark explain rename file https://example.org/2026/rename");
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return print_help(*parsed.help, context);
  options.warnings = mistyped_options(syntax, parsed);
  auto words = parsed.operands;
  if (words.size() < 2) {
    throw Error(ErrorCode::usage, "explain needs a QUERY and the URL of a post",
                "for example: pressmark explain rename file https://example.org/2026/rename");
  }
  options.post = words.back();
  words.pop_back();
  options.request.query = joined_words(words);
  auto const settings = read_settings(syntax.given(), context.environment);
  options.store = settings.layout();
  options.weights = settings.weights;
  return run(options, context);
}

}  // namespace pressmark
