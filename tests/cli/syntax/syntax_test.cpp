// Options fill the variables they were declared with.
#include "cli/syntax/syntax.h"

#include <boost/test/unit_test.hpp>

#include "cli/syntax/shared_options.h"

using namespace pressmark;

namespace {

// A command with an option of each kind.
struct Command {
  Command() {
    syntax.operands("WORD", "whatever");
    syntax.value("--report", "FILE", report, "a file");
    syntax.values("--accept", "GATE", accepted, "a gate");
    syntax.count("--limit", 1000, limit, "how many");
    syntax.flag("--full", is_full, "all of it");
    declare_report_format(syntax, format);
    declare_color(syntax, color);
    declare_request(syntax, request);
  }

  Syntax syntax{"try", "[OPTION]... WORD...", "Tries options."};
  std::string report;
  Arguments accepted;
  std::size_t limit = 10;
  bool is_full = false;
  ReportFormat format = ReportFormat::text;
  ColorChoice color = ColorChoice::automatic;
  SearchRequest request;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(syntax, Command)

BOOST_AUTO_TEST_CASE(what_is_not_given_stays_as_it_is) {
  BOOST_TEST(syntax.parse({"word"}).operands == Arguments{"word"}, boost::test_tools::per_element());
  BOOST_TEST(report == "");
  BOOST_TEST(accepted.empty());
  BOOST_TEST(limit == 10U);
  BOOST_TEST(!is_full);
  BOOST_TEST((format == ReportFormat::text));
  BOOST_TEST((color == ColorChoice::automatic));
  BOOST_TEST((request.sort == SortOrder::relevance));
  BOOST_TEST(syntax.given().store == "");
}

BOOST_AUTO_TEST_CASE(every_option_finds_its_place_among_the_operands) {
  auto const parsed =
      syntax.parse({"a.xml", "--report", "r", "--full", "-", "--limit=0", "[b].xml", "--format", "json",
                    "--color", "never", "--store", "s", "--config=c", "--", "-c.xml"});
  BOOST_TEST(parsed.operands == (Arguments{"a.xml", "-", "[b].xml", "-c.xml"}),
             boost::test_tools::per_element());
  BOOST_TEST(report == "r");
  BOOST_TEST(limit == 0U);
  BOOST_TEST(is_full);
  BOOST_TEST((format == ReportFormat::json));
  BOOST_TEST((color == ColorChoice::never));
  BOOST_TEST(syntax.given().store == "s");
  BOOST_TEST(syntax.given().config == "c");
}

BOOST_AUTO_TEST_CASE(the_filters_of_a_request_may_be_given_several_times) {
  (void)syntax.parse({"--category", "A", "--category=B", "--author", "Ada", "--site", "s", "--lang", "de",
                      "--since", "7d", "--until", "2026", "--sort", "oldest"});
  BOOST_TEST(request.categories == (Arguments{"A", "B"}), boost::test_tools::per_element());
  BOOST_TEST(request.authors == Arguments{"Ada"}, boost::test_tools::per_element());
  BOOST_TEST(request.sites == Arguments{"s"}, boost::test_tools::per_element());
  BOOST_TEST(request.languages == Arguments{"de"}, boost::test_tools::per_element());
  BOOST_TEST(request.since == "7d");
  BOOST_TEST(request.until == "2026");
  BOOST_TEST((request.sort == SortOrder::oldest));
}

BOOST_AUTO_TEST_CASE(values_stay_as_they_were_typed) {
  (void)syntax.parse({"--report", "[a,b]", "--accept", "[posts,text]", "--accept", "", "--limit", "010"});
  BOOST_TEST(report == "[a,b]");
  BOOST_TEST(accepted == (Arguments{"[posts,text]", ""}), boost::test_tools::per_element());
  BOOST_TEST(limit == 10U);
}

BOOST_AUTO_TEST_CASE(of_an_option_given_twice_the_last_counts) {
  (void)syntax.parse({"--limit", "3", "--limit", "4", "--format", "json", "--format", "text", "--report", "a",
                      "--report=", "--full", "--full"});
  BOOST_TEST(limit == 4U);
  BOOST_TEST((format == ReportFormat::text));
  BOOST_TEST(report == "");
  BOOST_TEST(is_full);
}

BOOST_AUTO_TEST_CASE(a_word_that_looks_like_an_option_is_doubted) {
  auto const parsed =
      syntax.parse({"foo", "--lmit=3", "--nonsense", "-hello"}, UnknownDashes::operands_after_the_first);
  BOOST_TEST(joined_words(parsed.operands) == "foo --lmit=3 --nonsense -hello");
  auto const warnings = mistyped_options(syntax, parsed);
  BOOST_REQUIRE(warnings.size() == 1U);
  BOOST_TEST(warnings[0] == "--lmit=3 is taken for a word of the query; did you mean --limit?");
}

BOOST_AUTO_TEST_CASE(help_shows_operands_then_options_with_their_defaults) {
  auto const help = syntax.parse({"--help"}).help.value_or("");
  BOOST_TEST(
      help.starts_with("Tries options.\n\nUsage: pressmark try [OPTION]... WORD...\n\n"
                       "  WORD                  whatever\n"
                       "  --store DIR           the store's directory, else $PRESSMARK_STORE\n"));
  BOOST_TEST(help.find("  --limit N             how many (10)\n  --full                all of it\n"
                       "  --format FORMAT       text, json (text)\n") != std::string::npos);
  BOOST_TEST(help.find("  --since D, --until D  days, both included") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
