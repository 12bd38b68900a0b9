// `pressmark search`: ranked posts with the sections that answer.
#include <algorithm>

#include "cli/commands.h"
#include "present/json/results_json.h"
#include "present/status.h"
#include "present/text/results_text.h"
#include "searcher/searcher.h"

namespace pressmark {

namespace {

// As much text as two lines of a snippet hold, so that what matched is not cut off.
std::size_t snippet_bytes_for(std::size_t columns) {
  return 2 * std::max<std::size_t>(columns, 40) - 20;
}

std::string rendered(SearchResults const& results, SearchOptions const& options, Context const& context) {
  switch (options.format) {
    case SearchFormat::json:
      return results_json(results, JsonLayout::indented) + '\n';
    case SearchFormat::urls:
      return results_urls(results);
    case SearchFormat::jsonl: {
      std::string lines;
      for (auto const& hit : results.hits) lines += hit_json(hit) + '\n';
      return lines;
    }
    case SearchFormat::text:
      break;
  }
  if (results.total == 0) return {};
  auto style = text_style(options.color, context);
  style.snippet_lines *= std::max<std::size_t>(options.request.fragments, 1);
  return results_text(results, style);
}

}  // namespace

int run_command(SearchOptions const& options, Context& context) {
  auto request = options.request;
  if (options.format == SearchFormat::text) request.snippet_bytes = snippet_bytes_for(context.columns);
  auto const results = Searcher(options.store, options.weights).search(request, context.now);

  context.out << rendered(results, options, context);
  for (auto const& warning : options.warnings) context.err << "warning: " << warning << '\n';
  // The JSON answer carries these itself.
  if (options.format != SearchFormat::json) {
    for (auto const& warning : results.warnings) context.err << "warning: " << warning.message << '\n';
    if (results.total == 0) {
      auto const [what, hint] = nothing_found(results);
      context.err << what << '\n';
      if (!hint.empty()) context.err << "hint: " << hint << '\n';
    }
  }
  return results.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace pressmark
