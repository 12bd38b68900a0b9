// Splitting arguments into options and operands.
#include "cli/syntax/split_arguments.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using Arguments = std::vector<std::string>;

OptionKind kind_of(std::string_view name) {
  if (name == "--limit") return OptionKind::takes_value;
  if (name == "--facets") return OptionKind::flag;
  return OptionKind::unknown;
}

struct Case {
  char const* what;
  Arguments given;
  Arguments options;
  Arguments operands;
};

Case const kCases[] = {
    {"nothing", {}, {}, {}},
    {"words only", {"two", "words"}, {}, {"two", "words"}},
    {"an option before the words", {"--limit", "5", "word"}, {"--limit", "5"}, {"word"}},
    {"an option between words", {"one", "--limit", "5", "two"}, {"--limit", "5"}, {"one", "two"}},
    {"a value after an equals sign", {"--limit=5", "word"}, {"--limit", "5"}, {"word"}},
    {"an empty value", {"--limit=", "word"}, {"--limit", ""}, {"word"}},
    {"a value that looks like an option", {"--limit", "--facets"}, {"--limit", "--facets"}, {}},
    {"an option without its value", {"word", "--limit"}, {"--limit"}, {"word"}},
    {"a flag takes no word", {"--facets", "word"}, {"--facets"}, {"word"}},
    {"an end of options", {"--facets", "--", "--facets", "-x"}, {"--facets"}, {"--facets", "-x"}},
    {"no option may follow its end", {"--limit", "--", "5"}, {"--limit"}, {"5"}},
    {"a second -- is a word", {"--", "a", "--"}, {}, {"a", "--"}},
    {"a dash alone is an operand", {"-", "word"}, {}, {"-", "word"}},
    {"an unknown option comes first", {"--lmit", "5"}, {"--lmit"}, {"5"}},
    {"a short option comes first", {"-x", "word"}, {"-x"}, {"word"}},
    {"an empty argument", {"", "word"}, {}, {"", "word"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(split_arguments)

BOOST_DATA_TEST_CASE(every_command_reads_options_alike, boost::unit_test::data::make(kCases), c) {
  for (auto const dashes : {UnknownDashes::options, UnknownDashes::operands_after_the_first}) {
    auto const split = pressmark::split_arguments(c.given, dashes, kind_of);
    BOOST_TEST(split.options == c.options, boost::test_tools::per_element());
    BOOST_TEST(split.operands == c.operands, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(after_the_first_word_of_a_query_dashes_belong_to_it) {
  Arguments const given{"foo", "-bar", "--lmit", "--facets", "-h"};
  auto const query = pressmark::split_arguments(given, UnknownDashes::operands_after_the_first, kind_of);
  BOOST_TEST(query.operands == (Arguments{"foo", "-bar", "--lmit", "-h"}), boost::test_tools::per_element());
  BOOST_TEST(query.options == Arguments{"--facets"}, boost::test_tools::per_element());
  BOOST_TEST(query.doubtful == Arguments{"--lmit"}, boost::test_tools::per_element());

  auto const other = pressmark::split_arguments(given, UnknownDashes::options, kind_of);
  BOOST_TEST(other.operands == Arguments{"foo"}, boost::test_tools::per_element());
  BOOST_TEST(other.doubtful.empty());
}

BOOST_AUTO_TEST_SUITE_END()
