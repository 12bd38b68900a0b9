// Suggestions as people see them.
#include "present/text/suggestions_text.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "common/text/display_width.h"
#include "tests/present/sample_suggestions.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(suggestions_text)

BOOST_AUTO_TEST_CASE(stand_under_the_name_of_their_kind) {
  BOOST_TEST(pressmark::suggestions_text(sample_suggestions(), {}) ==
             "titles\n"
             "  Große <Öfen>\n"
             "  https://example.org/oefen\n"
             "headings\n"
             "  Öfen kaufen  in Der Markt\n"
             "  https://example.org/kaufen#oefen\n"
             "categories\n"
             "  Öfen  1 post\n");
}

BOOST_AUTO_TEST_CASE(what_was_typed_stands_out_where_there_are_colours) {
  auto const text = pressmark::suggestions_text(sample_suggestions(), {.color = true});
  BOOST_TEST(text.find("\x1b[1;1;31mÖfen\x1b[0m\x1b[1m kaufen\x1b[0m") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(keep_to_the_width_but_for_their_places) {
  auto suggestions = sample_suggestions();
  for (auto& item : suggestions.items) {
    item.url.clear();
    for (int i = 0; i < 20; ++i) item.context += " and on";
  }
  for (std::size_t const columns : {20, 30, 80}) {
    std::istringstream lines(pressmark::suggestions_text(suggestions, {.columns = columns}));
    for (std::string line; std::getline(lines, line);) BOOST_TEST(columns_of(line) <= columns, line);
  }
}

BOOST_AUTO_TEST_CASE(escape_sequences_of_a_post_do_not_reach_the_terminal) {
  auto suggestions = sample_suggestions();
  for (auto& item : suggestions.items) item.text.text = item.url = item.context = "\x1b[2Jgone\x07";
  suggestions.query = "\x1b[2J";
  BOOST_TEST(pressmark::suggestions_text(suggestions, {}).find_first_of("\x1b\x07") == std::string::npos);
  BOOST_TEST(nothing_suggested(suggestions) == "nothing to suggest for [2J");
}

BOOST_AUTO_TEST_CASE(without_suggestions_there_is_no_text) {
  BOOST_TEST(pressmark::suggestions_text({}, {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
