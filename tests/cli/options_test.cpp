// Command lines as plain structs.
#include "cli/options.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "common/base/error.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using Arguments = std::vector<std::string>;

std::optional<std::string> at_home(std::string const& name) {
  return name == "HOME" ? std::optional<std::string>("/home/ada") : std::nullopt;
}

template <typename Command>
Command parsed(Arguments const& arguments) {
  return std::get<Command>(parse_arguments(arguments, at_home));
}

struct Query {
  Arguments given;
  char const* query;
};
std::ostream& operator<<(std::ostream& out, Query const& q) {
  return out << q.query;
}
Query const kQueries[] = {
    {{}, ""},
    {{"foo", "-bar"}, "foo -bar"},
    {{"exact phrase", "-word", "title:x"}, "exact phrase -word title:x"},
    {{"\"exact phrase\""}, "\"exact phrase\""},
    {{"foo", "--limit", "3", "bar"}, "foo bar"},
    {{"foo", "--nonsense"}, "foo --nonsense"},
    {{"foo", "-h"}, "foo -h"},
    {{"--", "-foo", "--limit"}, "-foo --limit"},
};

struct Mistake {
  Arguments given;
  char const* what;
  char const* hint;
};
std::ostream& operator<<(std::ostream& out, Mistake const& m) {
  return out << m.what;
}
Mistake const kMistakes[] = {
    {{"serch"}, "there is no command \"serch\"", "did you mean search?"},
    {{"frobnicate"}, "there is no command \"frobnicate\"", "pressmark --help lists the commands"},
    {{"--stroe", "x", "stats"}, "pressmark has no option --stroe", "did you mean --store?"},
    {{"--store"}, "--store needs a value", ""},
    {{"--store=s", "--config"}, "--config needs a value", ""},
    {{"reindex", "--full", "feed.xml"},
     "--full rebuilds the index from the archive, and reads no SOURCE",
     "give one or the other"},
    {{"reindex", "--full", "--dry-run"},
     "--full reads no source, so it does not go with --dry-run",
     "give one or the other"},
    {{"reindex", "--full", "--resume"},
     "--full reads no source, so it does not go with --resume",
     "give one or the other"},
    {{"reindex", "--accept"}, "--accept needs a value", "see pressmark reindex --help"},
    {{"rollback", "1", "2"}, "rollback undoes one RUN at a time", ""},
    {{"rollback", "last"}, "RUN is a number, not \"last\"", "pressmark stats --runs lists them"},
    {{"rollback", "0"}, "RUN is a number, not \"0\"", "pressmark stats --runs lists them"},
    {{"config"}, "config can only show the settings", "write: pressmark config show"},
    {{"config", "show", "all"}, "config can only show the settings", "write: pressmark config show"},
    {{"init", "a", "b"}, "init writes one FILE", ""},
    {{"init", "--store", "s"}, "init has no option --store", "see pressmark init --help"},
    {{"move", "a"},
     "move needs two addresses, OLD and NEW",
     "for example: pressmark move http://blog.example.org https://example.org/blog"},
    {{"import", "a", "b"}, "import needs one FILE to read", "for example: pressmark import posts.jsonl"},
    {{"suggest", "--format", "json"}, "suggest needs a PREFIX", "for example: pressmark suggest inv"},
    {{"explain", "https://example.org/a"},
     "explain needs a QUERY and the URL of a post",
     "for example: pressmark explain rename file https://example.org/2026/rename"},
    {{"index"}, "index needs a SOURCE to read", "for example: pressmark index feed.xml"},
    {{"index", "--foramt=json", "x"}, "index has no option --foramt", "did you mean --format?"},
    {{"index", "x", "-v"}, "index has no option -v", "see pressmark index --help"},
    {{"stats", "now"}, "stats takes no argument \"now\"", "see pressmark stats --help"},
    {{"stats", "--format"}, "--format needs a value", "see pressmark stats --help"},
    {{"stats", "--format", "jsn"}, "--format has no \"jsn\"", "did you mean json?"},
    {{"search", "--facets=yes"}, "--facets takes no value", "see pressmark search --help"},
    {{"search", "--limit", "-1"}, "--limit takes a number from 0 to 1000, not \"-1\"", ""},
    {{"search", "--limit="}, "--limit takes a number from 0 to 1000, not \"\"", ""},
    {{"search", "--limit", "10x"}, "--limit takes a number from 0 to 1000, not \"10x\"", ""},
    {{"search", "--limit", "99999999999999999999"},
     "--limit takes a number from 0 to 1000, not \"99999999999999999999\"",
     ""},
    {{"search", "--color", "sometimes"}, "--color has no \"sometimes\"", "one of: auto, always, never"},
    {{"search", "-foo"}, "search has no option -foo", "to begin the query with it, write -- before"},
    {{"eval"},
     "eval needs JUDGEMENTS, or --queries with --qrels",
     "for example: pressmark eval judgements.tsv"},
    {{"eval", "a", "--queries", "q", "--qrels", "r"},
     "eval needs JUDGEMENTS, or --queries with --qrels",
     "for example: pressmark eval judgements.tsv"},
    {{"eval", "a", "b"}, "eval takes one file of JUDGEMENTS", ""},
    {{"eval", "--qrels", "r"}, "--queries and --qrels go together", ""},
    {{"eval", "a", "--fail-under", "mrr"},
     "--fail-under takes METRIC=X with X from 0 to 1, not \"mrr\"",
     "for example: --fail-under ndcg@10=0.8"},
    {{"eval", "a", "--fail-under", "mrr=nan"},
     "--fail-under takes METRIC=X with X from 0 to 1, not \"mrr=nan\"",
     "for example: --fail-under ndcg@10=0.8"},
    {{"eval", "a", "--fail-under", "zero-hits=0.1"},
     "--fail-under knows no metric \"zero-hits\"",
     "one of: ndcg@10, mrr, recall@10, post-first, section-first"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(options)

BOOST_DATA_TEST_CASE(a_query_is_taken_as_typed, boost::unit_test::data::make(kQueries), q) {
  auto arguments = q.given;
  arguments.insert(arguments.begin(), "search");
  BOOST_TEST(parsed<SearchOptions>(arguments).request.query == q.query);
}

BOOST_DATA_TEST_CASE(a_mistake_is_explained, boost::unit_test::data::make(kMistakes), m) {
  BOOST_CHECK_EXCEPTION((void)parse_arguments(m.given, at_home), Error, [&](Error const& error) {
    BOOST_TEST(error.what() == m.what);
    BOOST_TEST(error.hint() == m.hint);
    return error.code() == ErrorCode::usage;
  });
}

BOOST_AUTO_TEST_CASE(the_last_word_of_explain_is_the_post) {
  auto const options = parsed<ExplainOptions>({"explain", "foo", "--since", "2025", "-bar", "2026/rename#top",
                                               "--sort", "newest", "--format", "json"});
  BOOST_TEST(options.request.query == "foo -bar");
  BOOST_TEST(options.post == "2026/rename#top");
  BOOST_TEST(options.request.since == "2025");
  BOOST_TEST(options.request.sort == SortOrder::newest);
  BOOST_TEST(options.format == ReportFormat::json);
  BOOST_TEST(parsed<ExplainOptions>({"explain", "", "rename"}).request.query == "");
}

BOOST_AUTO_TEST_CASE(every_option_of_search_finds_its_place) {
  auto const options = parsed<SearchOptions>(
      {"search",  "--category", "A",        "--category=B", "--author",   "Ada",  "--site",   "s",
       "--lang",  "de",         "--since",  "7d",           "--until",    "2026", "--sort",   "oldest",
       "--limit", "0",          "--offset", "10000",        "--sections", "7",    "--facets", "--format",
       "jsonl",   "--color",    "never",    "word"});
  auto const& request = options.request;
  BOOST_TEST(request.query == "word");
  BOOST_TEST(request.categories == (Arguments{"A", "B"}), boost::test_tools::per_element());
  BOOST_TEST(request.authors == Arguments{"Ada"}, boost::test_tools::per_element());
  BOOST_TEST(request.sites == Arguments{"s"}, boost::test_tools::per_element());
  BOOST_TEST(request.languages == Arguments{"de"}, boost::test_tools::per_element());
  BOOST_TEST(request.since == "7d");
  BOOST_TEST(request.until == "2026");
  BOOST_TEST(request.sort == SortOrder::oldest);
  BOOST_TEST(request.limit == 0U);
  BOOST_TEST(request.offset == 10'000U);
  BOOST_TEST(request.max_sections == 7U);
  BOOST_TEST(request.facets);
  BOOST_TEST(options.format == SearchFormat::jsonl);
  BOOST_TEST(options.color == ColorChoice::never);
}

BOOST_AUTO_TEST_CASE(search_has_the_documented_defaults) {
  auto const options = parsed<SearchOptions>({"search", "word"});
  BOOST_TEST(options.request.limit == 10U);
  BOOST_TEST(options.request.offset == 0U);
  BOOST_TEST(options.request.max_sections == 3U);
  BOOST_TEST(!options.request.facets);
  BOOST_TEST(options.request.sort == SortOrder::relevance);
  BOOST_TEST(options.format == SearchFormat::text);
  BOOST_TEST(options.color == ColorChoice::automatic);
}

BOOST_AUTO_TEST_CASE(a_word_that_looks_like_an_option_is_doubted) {
  auto const warnings = parsed<SearchOptions>({"search", "foo", "--lmit=3", "--nonsense"}).warnings;
  BOOST_REQUIRE(warnings.size() == 1U);
  BOOST_TEST(warnings[0] == "--lmit=3 is taken for a word of the query; did you mean --limit?");
}

BOOST_AUTO_TEST_CASE(of_an_option_given_twice_the_last_counts) {
  BOOST_TEST(parsed<SearchOptions>({"search", "--limit", "3", "--limit", "4"}).request.limit == 4U);
  BOOST_TEST(
      (parsed<StatsOptions>({"stats", "--format", "json", "--format", "text"}).format == ReportFormat::text));
}

BOOST_AUTO_TEST_CASE(the_store_may_be_named_before_and_after_the_command) {
  BOOST_TEST(parsed<StatsOptions>({"stats"}).store.root == "/home/ada/.local/share/pressmark");
  BOOST_TEST(parsed<StatsOptions>({"stats", "--store", "s"}).store.root == "s");
  BOOST_TEST(parsed<StatsOptions>({"--store", "s", "stats"}).store.root == "s");
  BOOST_TEST(parsed<StatsOptions>({"--store=s", "stats", "--format", "json"}).store.root == "s");
  BOOST_TEST(parsed<StatsOptions>({"--store=s", "stats", "--store", "nearer"}).store.root == "nearer");
}

BOOST_AUTO_TEST_CASE(index_takes_any_number_of_sources) {
  auto const options =
      parsed<IndexOptions>({"index", "a.xml", "--format", "json", "-", "[b].xml", "--", "-c.xml"});
  BOOST_TEST(options.sources == (Arguments{"a.xml", "-", "[b].xml", "-c.xml"}),
             boost::test_tools::per_element());
  BOOST_TEST(options.format == ReportFormat::json);
}

BOOST_AUTO_TEST_CASE(eval_reads_one_set_of_judgements) {
  auto const own =
      parsed<EvalOptions>({"eval", "j.tsv", "--fail-under", "nDCG@10=0.8", "--fail-under", "mrr=1"});
  BOOST_TEST(own.judgements == "j.tsv");
  BOOST_REQUIRE(own.thresholds.size() == 2U);
  BOOST_TEST(own.thresholds[0].metric.name == "ndcg@10");
  BOOST_TEST(own.thresholds[0].minimum == 0.8);
  BOOST_TEST(own.thresholds[1].metric.name == "mrr");
  BOOST_TEST(own.max_missed == 0U);

  auto const trec =
      parsed<EvalOptions>({"eval", "--queries", "q", "--qrels", "r", "--verbose", "--limit", "5"});
  BOOST_TEST(trec.judgements == "");
  BOOST_TEST(trec.queries == "q");
  BOOST_TEST(trec.qrels == "r");
  BOOST_TEST(trec.max_missed == 5U);
  BOOST_TEST(trec.exclude == "");
  BOOST_TEST(!trec.compared.has_value());
  BOOST_TEST(parsed<EvalOptions>({"eval", "j.tsv", "--exclude", "x"}).exclude == "x");
}

BOOST_AUTO_TEST_CASE(what_a_reader_typed_is_suggested_for_as_it_stands) {
  auto const options =
      parsed<SuggestCommandOptions>({"suggest", "inverted", "--format", "json", "-ind", "--color=never"});
  BOOST_TEST(options.typed == "inverted -ind");
  BOOST_TEST(options.format == ReportFormat::json);
  BOOST_TEST(options.color == ColorChoice::never);
}

BOOST_AUTO_TEST_CASE(posts_are_named_to_forget_and_move_them) {
  BOOST_TEST(parsed<ForgetOptions>({"forget", "a", "--", "-b"}).names == (Arguments{"a", "-b"}),
             boost::test_tools::per_element());
  auto const move = parsed<MoveOptions>({"move", "--format=json", "old", "new"});
  BOOST_TEST(move.from == "old");
  BOOST_TEST(move.to == "new");
  BOOST_TEST(move.format == ReportFormat::json);
}

BOOST_AUTO_TEST_CASE(exported_posts_come_from_one_file) {
  BOOST_TEST(parsed<ImportOptions>({"import", "-"}).file == "-");
  BOOST_TEST(parsed<ExportOptions>({"export", "--output", "x"}).output == "x");
  BOOST_TEST(parsed<CheckOptions>({"check", "--format", "json"}).format == ReportFormat::json);
}

BOOST_AUTO_TEST_CASE(a_configuration_is_written_where_it_is_wanted) {
  BOOST_TEST(parsed<InitOptions>({"init"}).file == "pressmark.toml");
  BOOST_TEST(parsed<InitOptions>({"init"}).default_store.value() == "/home/ada/.local/share/pressmark");
  BOOST_TEST(parsed<InitOptions>({"init", "-"}).file == "-");
}

BOOST_AUTO_TEST_CASE(without_a_command_the_store_is_shown) {
  BOOST_TEST(parsed<StartOptions>({}).store.root == "/home/ada/.local/share/pressmark");
  BOOST_TEST(parsed<StartOptions>({"--store", "s"}).store.root == "s");
  BOOST_TEST(parsed<StartOptions>({"--store=s=t"}).store.root == "s=t");
  (void)parsed<VersionOptions>({"--version"});
}

BOOST_AUTO_TEST_CASE(help_comes_before_everything_else) {
  Arguments const lines[] = {
      {"-h"}, {"--help"}, {"help"}, {"index", "--help"}, {"search", "foo", "--help"}, {"help", "eval"}};
  for (auto const& line : lines) BOOST_TEST(parsed<HelpOptions>(line).text.ends_with('\n'));
}

BOOST_AUTO_TEST_CASE(the_help_of_a_command_fits_a_screen_and_ends_with_an_example) {
  for (auto const* command : {"index", "search", "suggest", "stats", "check", "forget", "move", "export",
                              "import", "eval", "init", "config", "reindex", "rollback"}) {
    auto const text = parsed<HelpOptions>({command, "--help"}).text;
    BOOST_TEST(std::ranges::count(text, '\n') <= 23, command);
    BOOST_TEST(text.find("Usage: pressmark " + std::string(command)) != std::string::npos);
    auto const example = text.rfind("Example: pressmark " + std::string(command));
    BOOST_TEST(example != std::string::npos, command);
    for (std::size_t at = 0; at < text.size();) {
      auto const end = text.find('\n', at);
      BOOST_TEST(end - at <= 80U, text.substr(at, end - at));
      at = end + 1;
    }
  }
}

BOOST_AUTO_TEST_CASE(reindex_takes_names_gates_and_a_report) {
  auto const options = parsed<ReindexOptions>({"reindex", "--accept", "posts", "blog", "--dry-run",
                                               "--accept", "must-find", "--report", "r.json", "--resume"});
  BOOST_TEST(options.names == Arguments{"blog"}, boost::test_tools::per_element());
  BOOST_TEST(options.accepted == (Arguments{"posts", "must-find"}), boost::test_tools::per_element());
  BOOST_TEST(options.report == "r.json");
  BOOST_TEST((options.is_dry_run && options.resumes && !options.is_full));
  BOOST_TEST(parsed<ReindexOptions>({"reindex", "--full"}).is_full);
}

BOOST_AUTO_TEST_CASE(rollback_takes_a_number_or_none) {
  BOOST_TEST(!parsed<RollbackOptions>({"rollback"}).job.has_value());
  BOOST_TEST(parsed<RollbackOptions>({"rollback", "12"}).job.value_or(0) == 12);
}

BOOST_AUTO_TEST_CASE(index_works_with_the_resources_that_are_configured) {
  auto const file = std::filesystem::temp_directory_path() / ("pressmark-" + std::to_string(::getpid()));
  std::ofstream(file) << "[job]\nthreads = 3\nmemory_megabytes = 200\n";
  auto const options = parsed<IndexOptions>({"index", "--config", file.string(), "feed.xml"});
  BOOST_TEST(options.limits.threads == 3U);
  BOOST_TEST(options.limits.memory_megabytes == 200);
  std::filesystem::remove(file);
}

BOOST_AUTO_TEST_SUITE_END()
