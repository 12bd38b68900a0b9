// The options of the commands that ask: search, suggest, explain, eval.
#include <algorithm>
#include <array>
#include <charconv>

#include "cli/command_options.h"
#include "cli/settings.h"
#include "common/base/error.h"

namespace pressmark {

namespace {

constexpr std::size_t kMaxLimit = 1000;
constexpr std::size_t kMaxSections = 100;
constexpr std::size_t kMaxFragments = 20;

constexpr auto kSearchFormats = std::to_array<Choice<SearchFormat>>({{"text", SearchFormat::text},
                                                                     {"json", SearchFormat::json},
                                                                     {"jsonl", SearchFormat::jsonl},
                                                                     {"urls", SearchFormat::urls}});
constexpr auto kColors = std::to_array<Choice<ColorChoice>>(
    {{"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}});
constexpr auto kOrders = [] {
  std::array<Choice<SortOrder>, kSortOrders.size()> choices{};
  std::ranges::transform(kSortOrders, choices.begin(),
                         [](NamedSortOrder const& one) { return Choice<SortOrder>{one.name, one.order}; });
  return choices;
}();

// The words of a query make one text, as if typed into a search box.
std::string joined(Arguments const& words) {
  std::string text;
  for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Words that are nearly an option were searched; say so.
Arguments doubts(Syntax const& syntax, ParsedArguments const& parsed) {
  Arguments warnings;
  for (auto const& word : parsed.doubtful) {
    auto const hint = syntax.nearest_option(word);
    if (!hint.empty()) warnings.push_back(word + " is taken for a word of the query; " + hint);
  }
  return warnings;
}

// What an answer is made of, whatever of it is shown.
void declare_request(Syntax& syntax, SearchRequest& request) {
  syntax.values("--category", "C", request.categories, "posts in this category; repeat for any of several");
  syntax.values("--author", "A", request.authors, "posts by this author");
  syntax.values("--site", "S", request.sites, "posts of this site");
  syntax.values("--lang", "L", request.languages, "posts in this language, as in en");
  syntax.value("--since", "D", request.since, "");
  syntax.value("--until", "D", request.until, "days, both included: 2026, 2026-03, 2026-03-14, 7d, 1y");
  syntax.choice("--sort", "ORDER", kOrders, request.sort);
}

void declare_search(Syntax& syntax, SearchOptions& options) {
  auto& request = options.request;
  syntax.operands("QUERY", "as in a search box, else all posts; -- before -word");
  declare_request(syntax, request);
  syntax.count("--limit", kMaxLimit, request.limit, "posts to show");
  syntax.count("--offset", Searcher::kMaxWindow, request.offset, "posts to pass over");
  syntax.count("--sections", kMaxSections, request.max_sections, "sections to show of a post");
  syntax.count("--fragments", kMaxFragments, request.fragments, "pieces of text to show of a section");
  syntax.flag("--facets", request.facets, "count posts by category, year, author and so on");
  syntax.choice("--format", "FORMAT", kSearchFormats, options.format);
  syntax.choice("--color", "WHEN", kColors, options.color);
  syntax.example("pressmark search rename file -windows --since 1y");
}

QualityThreshold parse_threshold(std::string const& text) {
  auto const equals = std::min(text.find('='), text.size());
  auto const name = text.substr(0, equals);
  auto const* const metric = find_metric(name);
  if (metric == nullptr || !metric->more_is_better) {
    std::string hint;
    for (auto const& known : quality_metrics()) {
      if (known.more_is_better) hint += (hint.empty() ? "one of: " : ", ") + std::string(known.name);
    }
    throw Error(ErrorCode::usage, "--fail-under knows no metric \"" + name + '"', hint);
  }
  auto const number = std::string_view(text).substr(std::min(equals + 1, text.size()));
  double minimum = -1;
  auto const [end, failure] = std::from_chars(number.data(), number.data() + number.size(), minimum);
  if (failure != std::errc() || end != number.data() + number.size() || !(minimum >= 0 && minimum <= 1)) {
    throw Error(ErrorCode::usage, "--fail-under takes METRIC=X with X from 0 to 1, not \"" + text + '"',
                "for example: --fail-under ndcg@10=0.8");
  }
  return {*metric, minimum};
}

void require_one_set_of_judgements(EvalOptions const& options, std::size_t operands) {
  if (operands > 1) throw Error(ErrorCode::usage, "eval takes one file of JUDGEMENTS");
  bool const trec = !options.queries.empty() && !options.qrels.empty();
  bool const partly_trec = options.queries.empty() != options.qrels.empty();
  if (partly_trec) throw Error(ErrorCode::usage, "--queries and --qrels go together");
  if (trec == (operands == 1)) {
    throw Error(ErrorCode::usage, "eval needs JUDGEMENTS, or --queries with --qrels",
                "for example: pressmark eval judgements.tsv");
  }
}

}  // namespace

Options search_options(Arguments const& arguments, Environment const& environment) {
  SearchOptions options;
  Syntax syntax("search", "[OPTION]... [QUERY]...",
                "Finds posts by words \"exact phrase\" -word OR ( ) word* title: code: after:2024");
  declare_search(syntax, options);
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.warnings = doubts(syntax, parsed);
  options.request.query = joined(parsed.operands);
  auto const settings = read_settings(syntax.given(), environment);
  options.store = settings.layout();
  options.weights = settings.weights;
  return options;
}

Options suggest_options(Arguments const& arguments, Environment const& environment) {
  SuggestCommandOptions options;
  Syntax syntax("suggest", "[OPTION]... PREFIX...",
                "Suggests titles, headings and categories with the words typed so far, the\n"
                "last of them as the beginning of a word.");
  syntax.operands("PREFIX", "what a reader has typed; -- before a first -word");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.choice("--color", "WHEN", kColors, options.color);
  syntax.example("pressmark suggest inverted ind");
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.warnings = doubts(syntax, parsed);
  options.typed = joined(parsed.operands);
  if (parsed.operands.empty()) {
    throw Error(ErrorCode::usage, "suggest needs a PREFIX", "for example: pressmark suggest inv");
  }
  options.store = read_settings(syntax.given(), environment).layout();
  return options;
}

Options explain_options(Arguments const& arguments, Environment const& environment) {
  ExplainOptions options;
  Syntax syntax("explain", "[OPTION]... QUERY... URL",
                "Tells how a post scored for a query, or which word or filter kept it out; exits\n"
                "with 1 if it is not found.");
  syntax.operands("QUERY", "as in a search box; -- before a first -word");
  syntax.operands("URL", "the post's address, the end of it, or its id");
  declare_request(syntax, options.request);
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.choice("--color", "WHEN", kColors, options.color);
  syntax.example("pressmark explain rename file https://example.org/2026/rename");
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return HelpOptions{*parsed.help};
  options.warnings = doubts(syntax, parsed);
  auto words = parsed.operands;
  if (words.size() < 2) {
    throw Error(ErrorCode::usage, "explain needs a QUERY and the URL of a post",
                "for example: pressmark explain rename file https://example.org/2026/rename");
  }
  options.post = words.back();
  words.pop_back();
  options.request.query = joined(words);
  auto const settings = read_settings(syntax.given(), environment);
  options.store = settings.layout();
  options.weights = settings.weights;
  return options;
}

Options eval_options(Arguments const& arguments, Environment const& environment) {
  EvalOptions options;
  bool verbose = false;
  std::size_t limit = 20;
  std::string compare;
  Syntax syntax("eval", "[OPTION]... JUDGEMENTS", "Measures how well judged queries are answered.");
  syntax.operands("JUDGEMENTS", "tab-separated: id, query, kind, relevant, note");
  syntax.value("--queries", "FILE", options.queries, "TREC queries, instead of JUDGEMENTS");
  syntax.value("--qrels", "FILE", options.qrels, "TREC judgements of these");
  syntax.value("--exclude", "FILE", options.exclude, "posts that do not count: query, document");
  syntax.value("--compare", "CONFIG", compare, "show what this configuration would change");
  syntax.each("--fail-under", "METRIC=X", "exit with 1 if it is below X; repeat for several",
              [&](std::string const& text) { options.thresholds.push_back(parse_threshold(text)); });
  syntax.flag("--verbose", verbose, "list queries that were missed");
  syntax.count("--limit", kMaxLimit, limit, "queries to list");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("pressmark eval judgements.tsv --fail-under ndcg@10=0.8 --verbose");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return HelpOptions{*parsed.help};
  auto const& files = parsed.operands;
  require_one_set_of_judgements(options, files.size());
  if (!files.empty()) options.judgements = files.front();
  options.max_missed = verbose ? limit : 0;
  options.max_moved = limit;
  auto const settings = read_settings(syntax.given(), environment);
  options.store = settings.layout();
  options.weights = settings.weights;
  if (!compare.empty()) options.compared = read_weights(compare);
  return options;
}

}  // namespace pressmark
