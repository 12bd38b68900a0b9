// `pressmark search`: ranked posts with the sections that answer.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/syntax/settings.h"
#include "cli/syntax/shared_options.h"
#include "common/base/error.h"
#include "present/json/results_json.h"
#include "present/status.h"
#include "present/text/results_text.h"
#include "searcher/searcher.h"

namespace pressmark {

namespace {

enum class SearchFormat { text, json, jsonl, urls };

constexpr std::size_t kMaxSections = 100;
constexpr std::size_t kMaxFragments = 20;

constexpr auto kSearchFormats = std::to_array<Choice<SearchFormat>>({{"text", SearchFormat::text},
                                                                     {"json", SearchFormat::json},
                                                                     {"jsonl", SearchFormat::jsonl},
                                                                     {"urls", SearchFormat::urls}});

struct SearchOptions {
  StoreLayout store;
  SearchRequest request;
  RankingWeights weights;
  SearchFormat format = SearchFormat::text;
  ColorChoice color = ColorChoice::automatic;
  std::vector<std::string> warnings;  // about the command line
};

void declare_search(Syntax& syntax, SearchOptions& options) {
  auto& request = options.request;
  syntax.operands("QUERY", "as in a search box, else all posts; -- before -word");
  declare_request(syntax, request);
  syntax.count("--limit", kMaxListed, request.limit, "posts to show");
  syntax.count("--offset", Searcher::kMaxWindow, request.offset, "posts to pass over");
  syntax.count("--sections", kMaxSections, request.max_sections, "sections to show of a post");
  syntax.count("--fragments", kMaxFragments, request.fragments, "pieces of text to show of a section");
  syntax.flag("--facets", request.facets, "count posts by category, year, author and so on");
  syntax.choice("--format", "FORMAT", kSearchFormats, options.format);
  declare_color(syntax, options.color);
  syntax.example("pressmark search rename file -windows --since 1y");
}

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

int run(SearchOptions const& options, Context& context) {
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

}  // namespace

int run_search(Arguments const& arguments, Context& context) {
  SearchOptions options;
  Syntax syntax("search", "[OPTION]... [QUERY]...",
                "Finds posts by words \"exact phrase\" -word OR ( ) word* title: code: after:2024");
  declare_search(syntax, options);
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return print_help(*parsed.help, context);
  options.warnings = mistyped_options(syntax, parsed);
  options.request.query = joined_words(parsed.operands);
  auto const settings = read_settings(syntax.given(), context.environment);
  options.store = settings.layout();
  options.weights = settings.weights;
  return run(options, context);
}

}  // namespace pressmark
