// Cutting to words around what matched.
#include "present/meilisearch/crop.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <vector>

using namespace pressmark;

namespace {

struct Cropped {
  char const* text;
  std::vector<Highlight> highlights;
  std::size_t words;
  char const* expected;  // with tags
};
std::ostream& operator<<(std::ostream& out, Cropped const& one) {
  return out << one.words << " of " << one.text;
}

Cropped const kCases[] = {
    {"one two three", {}, 3, "one two three"},
    {"one two three", {}, 0, "one two three"},
    {"one two three", {}, 2, "one two~"},
    {"one two three four five", {{14, 18}}, 1, "~[four]~"},
    {"one two three four five", {{19, 23}}, 2, "~four [five]"},
    {"a b c d e f g h i", {{8, 9}}, 3, "~d [e] f~"},
    {"hit a b c d hit hit e", {{0, 3}, {12, 15}, {16, 19}}, 2, "~[hit] [hit]~"},
    {"größe ändern  über\nalles", {{17, 22}}, 2, "~ändern  [über]~"},
    {"", {}, 4, ""},
    {"   ", {}, 1, "   "},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(crop)

BOOST_DATA_TEST_CASE(the_words_with_most_matches_are_kept_and_marked, boost::unit_test::data::make(kCases),
                     one) {
  auto const cropped = pressmark::crop({one.text, one.highlights}, one.words, "~");
  BOOST_TEST(tagged(cropped, "[", "]") == one.expected);
}

BOOST_AUTO_TEST_CASE(nothing_is_escaped) {
  BOOST_TEST(tagged({"a <b> & c", {{2, 5}}}, "<em>", "</em>") == "a <em><b></em> & c");
}

BOOST_AUTO_TEST_SUITE_END()
