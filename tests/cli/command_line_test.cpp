// Command lines, from what was typed to what is printed.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands/commands.h"
#include "program_run.h"
#include "tests/support/scratch_folder.h"

using namespace pressmark;

namespace {

struct Query {
  Arguments given;
  char const* query;  // with the escapes of JSON
};
Query const kQueries[] = {
    {{}, ""},
    {{"foo", "-bar"}, "foo -bar"},
    {{"exact phrase", "-word", "title:x"}, "exact phrase -word title:x"},
    {{"\"exact phrase\""}, R"(\"exact phrase\")"},
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

// A store with a few posts.
struct Store : ScratchFolder {
  Store() { BOOST_REQUIRE(ProgramRun({"--store", name(), "index", kFeeds + "notes.xml"}).exit_status == 0); }

  [[nodiscard]] std::string name() const { return (path() / "store").string(); }

  // Runs `command`, with `arguments` after it.
  [[nodiscard]] std::string run(std::string const& command, Arguments arguments) const {
    arguments.insert(arguments.begin(), {"--store", name(), command});
    return ProgramRun(arguments).out.str();
  }

  std::string const kFeeds = PRESSMARK_SOURCE_DIR "/tests/cli/feeds/";
};

}  // namespace

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_DATA_TEST_CASE(a_mistake_is_explained, boost::unit_test::data::make(kMistakes), m) {
  ProgramRun const run(m.given);
  auto const hint = *m.hint == '\0' ? std::string() : std::string("hint: ") + m.hint + '\n';
  BOOST_TEST(run.err.str() == std::string("error: ") + m.what + '\n' + hint);
  BOOST_TEST(run.out.str() == "");
  BOOST_TEST(run.exit_status == 2);
}

BOOST_AUTO_TEST_CASE(a_query_is_taken_as_typed) {
  Store const store;
  for (auto const& query : kQueries) {
    Arguments arguments{"--format=json"};
    arguments.insert(arguments.end(), query.given.begin(), query.given.end());
    auto const answer = store.run("search", arguments);
    BOOST_TEST(answer.find(std::string("\n  \"query\": \"") + query.query + "\",\n") != std::string::npos,
               answer);
  }
}

BOOST_AUTO_TEST_CASE(what_a_reader_typed_is_suggested_for_as_it_stands) {
  auto const answer = Store().run("suggest", {"inverted", "--format", "json", "-ind", "--color=never"});
  BOOST_TEST(answer.find("\"query\": \"inverted -ind\"") != std::string::npos, answer);
}

BOOST_AUTO_TEST_CASE(the_last_word_of_explain_is_the_post) {
  Store const store;
  ProgramRun const run({"--store", store.name(), "explain", "foo", "--since", "2025", "-bar",
                        "2026/rename#top", "--sort", "newest", "--format", "json"});
  BOOST_TEST(run.err.str().find("no post has the URL 2026/rename") != std::string::npos, run.err.str());
  BOOST_TEST(run.err.str().find("foo") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(search_shows_as_much_as_it_is_asked_for) {
  Store const store;
  auto const usual = store.run("search", {"--format", "json", "crash"});
  BOOST_TEST(usual.find("\"offset\": 0,\n  \"limit\": 10,") != std::string::npos, usual);
  auto const asked =
      store.run("search", {"--limit", "3", "crash", "--format=json", "--limit", "0", "--offset", "9"});
  BOOST_TEST(asked.find("\"offset\": 9,\n  \"limit\": 0,") != std::string::npos, asked);
}

BOOST_AUTO_TEST_CASE(the_store_may_be_named_before_and_after_the_command) {
  struct Line {
    Arguments given;
    std::string store;
  };
  Line const lines[] = {
      {{"stats"}, "/home/ada/.local/share/pressmark"},
      {{"stats", "--store", "s"}, "s"},
      {{"--store", "s", "stats"}, "s"},
      {{"--store=s", "stats", "--format", "json"}, "s"},
      {{"--store=s", "stats", "--store", "nearer"}, "nearer"},
  };
  for (auto const& [given, store] : lines) {
    auto const said = ProgramRun(given).err.str();
    BOOST_TEST(said.find(store + '\n') != std::string::npos, said);
  }
}

BOOST_AUTO_TEST_CASE(without_a_command_the_store_is_shown) {
  BOOST_TEST(ProgramRun({}).out.str().ends_with("is /home/ada/.local/share/pressmark: nothing there yet\n"));
  BOOST_TEST(ProgramRun({"--store", "s"}).out.str().ends_with("is s: nothing there yet\n"));
  BOOST_TEST(ProgramRun({"--store=s=t"}).out.str().ends_with("is s=t: nothing there yet\n"));
}

BOOST_AUTO_TEST_CASE(a_configuration_to_start_from_names_the_store_of_whoever_reads_it) {
  auto const text = ProgramRun({"init", "-"}).out.str();
  BOOST_TEST(text.find("# store = \"/home/ada/.local/share/pressmark\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(help_comes_before_everything_else) {
  Arguments const lines[] = {
      {"-h"}, {"--help"}, {"help"}, {"index", "--help"}, {"search", "foo", "--help"}, {"help", "eval"}};
  for (auto const& line : lines) {
    ProgramRun const run(line);
    BOOST_TEST(run.out.str().find("\nUsage: pressmark ") != std::string::npos);
    BOOST_TEST(run.exit_status == 0);
  }
}

BOOST_AUTO_TEST_CASE(the_help_of_a_command_fits_a_screen_and_ends_with_an_example) {
  for (auto const& command : commands()) {
    std::string const name(command.name);
    auto const text = ProgramRun({name, "--help"}).out.str();
    BOOST_TEST(std::ranges::count(text, '\n') <= 23, name);
    BOOST_TEST(text.find("Usage: pressmark " + name) != std::string::npos);
    BOOST_TEST(text.rfind("Example: pressmark " + name) != std::string::npos, name);
    for (std::size_t at = 0; at < text.size();) {
      auto const end = text.find('\n', at);
      BOOST_TEST(end - at <= 80U, text.substr(at, end - at));
      at = end + 1;
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
