// Reads the command line. The only file that knows CLI11; its own messages never get out.
#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "cli/nearest_name.h"
#include "cli/split_arguments.h"
#include "cli/store_location.h"
#include "common/base/error.h"

namespace pressmark {

namespace {

constexpr std::size_t kMaxLimit = 1000;
constexpr std::size_t kMaxSections = 100;

using Arguments = std::vector<std::string>;

// A value that an option can have, under the name users give it.
template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

constexpr auto kReportFormats =
    std::to_array<Choice<ReportFormat>>({{"text", ReportFormat::text}, {"json", ReportFormat::json}});
constexpr auto kSearchFormats = std::to_array<Choice<SearchFormat>>({{"text", SearchFormat::text},
                                                                     {"json", SearchFormat::json},
                                                                     {"jsonl", SearchFormat::jsonl},
                                                                     {"urls", SearchFormat::urls}});
constexpr auto kColors = std::to_array<Choice<ColorChoice>>(
    {{"auto", ColorChoice::automatic}, {"always", ColorChoice::always}, {"never", ColorChoice::never}});
constexpr auto kSortOrders = std::to_array<Choice<SortOrder>>(
    {{"relevance", SortOrder::relevance}, {"newest", SortOrder::newest}, {"oldest", SortOrder::oldest}});

std::string did_you_mean(std::string_view given, std::vector<std::string> const& names) {
  auto const nearest = nearest_name(given, names);
  return nearest ? "did you mean " + *nearest + "?" : std::string();
}

std::size_t parse_count(std::string const& option, std::string_view text, std::size_t max) {
  std::size_t count = 0;
  auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (failure != std::errc() || end != text.data() + text.size() || count > max) {
    throw Error(ErrorCode::usage, option + " takes a number from 0 to " + std::to_string(max) + ", not \"" +
                                      std::string(text) + '"');
  }
  return count;
}

QualityThreshold parse_threshold(std::string const& text) {
  auto const equals = std::min(text.find('='), text.size());
  auto const name = text.substr(0, equals);
  auto const* const metric = find_metric(name);
  std::vector<std::string> names;
  for (auto const& known : quality_metrics()) {
    if (known.more_is_better) names.emplace_back(known.name);
  }
  if (metric == nullptr || !metric->more_is_better) {
    std::string hint;
    for (auto const& known : names) hint += (hint.empty() ? "one of: " : ", ") + known;
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

// Help in the order a reader needs: what it does, how it is called, its options, an example.
class HelpLayout : public CLI::Formatter {
 public:
  explicit HelpLayout(std::string usage) : usage_(std::move(usage)) {
    constexpr std::size_t kNameColumns = 26;
    column_width(kNameColumns);
    label("Positionals", "Arguments");
  }
  std::string make_usage(CLI::App const* /*app*/, std::string /*name*/) const override {
    return "\nUsage: " + usage_ + '\n';
  }

 private:
  std::string usage_;
};

struct Parsed {
  Arguments operands;
  Arguments doubtful;               // operands that look like long options
  std::optional<HelpOptions> help;  // asked for instead of anything else
};

// One command's syntax: options are declared with the variable they fill, then arguments parsed.
class Syntax {
 public:
  Syntax(std::string_view command, std::string const& usage, std::string const& summary)
      : command_(command), app_(summary) {
    app_.set_help_flag("-h,--help", "show this help");
    app_.formatter(std::make_shared<HelpLayout>(usage));
    value("--store", "DIR", store_, "the store's directory, else $PRESSMARK_STORE");
  }

  void example(std::string const& lines) { app_.footer("Example:\n" + lines); }

  // Declares what stands beside the options, for the help.
  void operands(std::string const& name, std::string const& help) {
    app_.add_option(name, [](Arguments const&) { return true; }, help)->option_text(" ");
    takes_operands_ = true;
  }

  // Of an option given several times the last counts.
  void value(std::string const& name, std::string const& placeholder, std::string& target,
             std::string const& help) {
    each(name, placeholder, help, [&target](std::string const& text) { target = text; });
  }
  void values(std::string const& name, std::string const& placeholder, Arguments& target,
              std::string const& help) {
    each(name, placeholder, help, [&target](std::string const& text) { target.push_back(text); });
  }
  void count(std::string const& name, std::size_t max, std::size_t& target, std::string const& help) {
    each(name, "N", help + " (" + std::to_string(target) + ")",
         [&target, name, max](std::string const& text) { target = parse_count(name, text, max); });
  }
  void flag(std::string const& name, bool& target, std::string const& help) {
    app_.add_flag_callback(name, [&target] { target = true; }, help)->disable_flag_override();
  }

  template <typename Value, std::size_t kCount>
  void choice(std::string const& name, std::string const& placeholder,
              std::array<Choice<Value>, kCount> const& choices, Value& target) {
    std::vector<std::string> names;
    std::string listed;
    for (auto const& one : choices) {
      names.emplace_back(one.name);
      listed += (listed.empty() ? "" : ", ") + names.back();
    }
    auto const initial = std::ranges::find(choices, target, &Choice<Value>::value);
    auto const help = listed + " (" + std::string(initial->name) + ")";
    each(name, placeholder, help, [&target, &choices, name, names, listed](std::string const& text) {
      auto const found = std::ranges::find(choices, text, &Choice<Value>::name);
      if (found == choices.end()) {
        auto const hint = did_you_mean(text, names);
        throw Error(ErrorCode::usage, name + " has no \"" + text + '"',
                    hint.empty() ? "one of: " + listed : hint);
      }
      target = found->value;
    });
  }

  // Calls `take` for each value the option is given.
  void each(std::string const& name, std::string const& placeholder, std::string const& help,
            std::function<void(std::string const&)> const& take) {
    app_.add_option(
            name,
            [take](Arguments const& given) {
              std::ranges::for_each(given, take);
              return true;
            },
            help)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->option_text(placeholder);
  }

  // Fills the variables and tells the operands apart. Throws Error{usage}.
  Parsed parse(Arguments const& arguments, UnknownDashes dashes = UnknownDashes::options) {
    auto split = split_arguments(arguments, dashes, [&](std::string_view name) { return kind_of(name); });
    auto options = split.options;
    std::ranges::reverse(options);  // as CLI11 wants them
    try {
      app_.parse(std::move(options));
    } catch (CLI::CallForHelp const&) {
      return {.help = HelpOptions{app_.help()}};
    } catch (CLI::ExtrasError const&) {
      refuse_option(app_.remaining().front(), dashes);
    } catch (CLI::ParseError const&) {
      refuse_value(split.options);
    }
    if (!takes_operands_ && !split.operands.empty()) {
      throw Error(ErrorCode::usage, command_ + " takes no argument \"" + split.operands.front() + '"',
                  see_help());
    }
    return {.operands = split.operands, .doubtful = split.doubtful};
  }

  // "did you mean --name?", or nothing.
  [[nodiscard]] std::string nearest_option(std::string const& argument) const {
    std::vector<std::string> names;
    for (auto const* const option : app_.get_options()) {
      if (option->nonpositional()) names.push_back("--" + option->get_lnames().front());
    }
    return did_you_mean(argument.substr(0, argument.find('=')), names);
  }

  [[nodiscard]] std::string const& store() const { return store_; }

 private:
  [[nodiscard]] OptionKind kind_of(std::string_view name) const {
    auto const* const option = app_.get_option_no_throw(std::string(name));
    if (option == nullptr) return OptionKind::unknown;
    return option->get_items_expected_max() == 0 ? OptionKind::flag : OptionKind::takes_value;
  }

  [[nodiscard]] std::string see_help() const { return "see pressmark " + command_ + " --help"; }

  [[noreturn]] void refuse_option(std::string const& argument, UnknownDashes dashes) const {
    auto hint = nearest_option(argument);
    if (hint.empty() && dashes == UnknownDashes::operands_after_the_first) {
      hint = "to begin the query with it, write -- before";
    }
    throw Error(ErrorCode::usage, command_ + " has no option " + argument.substr(0, argument.find('=')),
                hint.empty() ? see_help() : hint);
  }

  // What CLI11 has left to object to: a flag with a value, or an option at the end without one.
  [[noreturn]] void refuse_value(Arguments const& options) const {
    for (auto const& option : options) {
      auto const equals = std::min(option.find('='), option.size());
      if (equals < option.size() && kind_of(option.substr(0, equals)) == OptionKind::flag) {
        throw Error(ErrorCode::usage, option.substr(0, equals) + " takes no value", see_help());
      }
    }
    throw Error(ErrorCode::usage, options.back() + " needs a value", see_help());
  }

  std::string command_;
  CLI::App app_;
  std::string store_;
  bool takes_operands_ = false;
};

Options index_options(Arguments const& arguments, Environment const& environment) {
  IndexOptions options;
  Syntax syntax("index", "pressmark index [OPTION]... SOURCE...",
                "Adds posts, and updates those that changed. Posts that left a source stay.");
  syntax.operands("SOURCE", "a feed or an export; - is standard input");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("  pressmark index feed.xml\n  curl -s https://example.org/feed.xml | pressmark index -");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return *parsed.help;
  options.sources = parsed.operands;
  if (options.sources.empty()) {
    throw Error(ErrorCode::usage, "index needs a SOURCE to read", "for example: pressmark index feed.xml");
  }
  options.store = locate_store(syntax.store(), environment);
  return options;
}

void declare_search(Syntax& syntax, SearchOptions& options) {
  auto& request = options.request;
  syntax.values("--category", "C", request.categories, "posts in this category; repeat for any of several");
  syntax.values("--author", "A", request.authors, "posts by this author");
  syntax.values("--site", "S", request.sites, "posts of this site");
  syntax.values("--lang", "L", request.languages, "posts in this language, as in en");
  syntax.value("--since", "D", request.since, "from this day on: 2026, 2026-03, 2026-03-14, 7d, 1y");
  syntax.value("--until", "D", request.until, "up to this day, included");
  syntax.choice("--sort", "ORDER", kSortOrders, request.sort);
  syntax.count("--limit", kMaxLimit, request.limit, "posts to show");
  syntax.count("--offset", Searcher::kMaxWindow, request.offset, "posts to pass over");
  syntax.count("--sections", kMaxSections, request.max_sections, "sections to show of a post");
  syntax.flag("--facets", request.facets, "count posts by category, year, author and so on");
  syntax.choice("--format", "FORMAT", kSearchFormats, options.format);
  syntax.choice("--color", "WHEN", kColors, options.color);
  syntax.example(
      "  pressmark search rename file -windows --since 1y\n  pressmark search '\"atomic rename\" OR "
      "title:fsync'");
}

Options search_options(Arguments const& arguments, Environment const& environment) {
  SearchOptions options;
  Syntax syntax("search", "pressmark search [OPTION]... [QUERY]...",
                "Finds posts; without a QUERY lists all, newest first. In a query:\n"
                "  words   \"exact phrase\"   -word   OR   ( )   word*\n"
                "  title: author: category: site: lang: code: before: after: date:2024");
  syntax.operands("QUERY", "words, as in a search box; -- before a first -word");
  declare_search(syntax, options);
  auto const parsed = syntax.parse(arguments, UnknownDashes::operands_after_the_first);
  if (parsed.help) return *parsed.help;
  for (auto const& word : parsed.doubtful) {
    auto const hint = syntax.nearest_option(word);
    if (!hint.empty()) options.warnings.push_back(word + " is taken for a word of the query; " + hint);
  }
  for (auto const& word : parsed.operands) {
    options.request.query += (options.request.query.empty() ? "" : " ") + word;
  }
  options.store = locate_store(syntax.store(), environment);
  return options;
}

Options stats_options(Arguments const& arguments, Environment const& environment) {
  StatsOptions options;
  Syntax syntax("stats", "pressmark stats [OPTION]...", "Shows what the store holds.");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("  pressmark stats --format json");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return *parsed.help;
  options.store = locate_store(syntax.store(), environment);
  return options;
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

Options eval_options(Arguments const& arguments, Environment const& environment) {
  EvalOptions options;
  bool verbose = false;
  std::size_t limit = 20;
  Syntax syntax("eval", "pressmark eval [OPTION]... JUDGEMENTS",
                "Measures how well judged queries are answered.");
  syntax.operands("JUDGEMENTS", "tab-separated: id, query, kind, relevant, note");
  syntax.value("--queries", "FILE", options.queries, "TREC queries, instead of JUDGEMENTS");
  syntax.value("--qrels", "FILE", options.qrels, "TREC judgements of these");
  syntax.each("--fail-under", "METRIC=X", "exit with 1 if a metric is below X; repeat for several",
              [&](std::string const& text) { options.thresholds.push_back(parse_threshold(text)); });
  syntax.flag("--verbose", verbose, "list queries that were missed");
  syntax.count("--limit", kMaxLimit, limit, "of them to list");
  syntax.choice("--format", "FORMAT", kReportFormats, options.format);
  syntax.example("  pressmark eval judgements.tsv --fail-under ndcg@10=0.8 --verbose");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return *parsed.help;
  auto const& files = parsed.operands;
  require_one_set_of_judgements(options, files.size());
  if (!files.empty()) options.judgements = files.front();
  options.max_missed = verbose ? limit : 0;
  options.store = locate_store(syntax.store(), environment);
  return options;
}

Options export_options(Arguments const& arguments, Environment const& environment) {
  ExportOptions options;
  Syntax syntax("export", "pressmark export [OPTION]...",
                "Writes every post as published, a JSON object a line, oldest change first.");
  syntax.value("--output", "FILE", options.output, "instead of standard output; replaced when complete");
  syntax.example("  pressmark export --output posts.jsonl");
  auto const parsed = syntax.parse(arguments);
  if (parsed.help) return *parsed.help;
  options.store = locate_store(syntax.store(), environment);
  return options;
}

struct Command {
  std::string_view name;
  std::string_view summary;
  Options (*parse)(Arguments const&, Environment const&);
};

constexpr auto kCommands = std::to_array<Command>({
    {"index", "add posts from feeds and exports, update what changed", index_options},
    {"search", "find posts", search_options},
    {"stats", "show what the store holds", stats_options},
    {"eval", "measure how well judged queries are answered", eval_options},
    {"export", "write all posts as JSON Lines", export_options},
});

// The store may be named before the command too, and `help COMMAND` is `COMMAND --help`.
Arguments command_first(Arguments arguments) {
  Arguments store;
  if (!arguments.empty() && (arguments[0] == "--store" || arguments[0].starts_with("--store="))) {
    std::ptrdiff_t const taken = arguments[0] == "--store" ? 2 : 1;
    if (std::ssize(arguments) < taken) throw Error(ErrorCode::usage, "--store needs a value");
    store.assign(arguments.begin(), arguments.begin() + taken);
    arguments.erase(arguments.begin(), arguments.begin() + taken);
  }
  if (!arguments.empty() && arguments[0] == "help") {
    arguments.erase(arguments.begin());
    arguments.insert(arguments.begin() + (arguments.empty() ? 0 : 1), "--help");
  }
  if (!arguments.empty()) arguments.insert(arguments.begin() + 1, store.begin(), store.end());
  return arguments;
}

HelpOptions program_help() {
  constexpr std::size_t kNameColumns = 10;
  std::string text =
      "Pressmark is a full-text search engine over posts.\n\nUsage: pressmark COMMAND "
      "[ARGUMENT]...\n\nCommands:\n";
  for (auto const& command : kCommands) {
    text.append("  ").append(command.name).append(kNameColumns - command.name.size(), ' ');
    text.append(command.summary) += '\n';
  }
  text +=
      "\npressmark COMMAND --help explains a command, pressmark --version names this version.\n"
      "\nTo begin:\n  pressmark index feed.xml\n  pressmark search words you remember\n";
  return {text};
}

}  // namespace

Options parse_arguments(Arguments const& given, Environment const& environment) {
  auto const arguments = command_first(given);
  if (arguments.empty()) return program_help();
  auto const& first = arguments.front();
  if (first == "--help" || first == "-h") return program_help();
  if (first == "--version") return HelpOptions{"pressmark " PRESSMARK_VERSION "\n"};
  auto const found = std::ranges::find(kCommands, first, &Command::name);
  if (found != kCommands.end()) return found->parse({arguments.begin() + 1, arguments.end()}, environment);

  std::vector<std::string> names{"--help", "--version", "--store"};
  for (auto const& command : kCommands) names.emplace_back(command.name);
  auto const hint = did_you_mean(first, names);
  throw Error(
      ErrorCode::usage,
      first.starts_with('-') ? "pressmark has no option " + first : "there is no command \"" + first + '"',
      hint.empty() ? "pressmark --help lists the commands" : hint);
}

}  // namespace pressmark
