// Explanations as people see them.
#include "present/text/explanation_text.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "common/text/display_width.h"
#include "tests/present/sample_explanations.h"

using namespace pressmark;

namespace {

struct Said {
  Obstacle obstacle;
  char const* sentence;
};
std::ostream& operator<<(std::ostream& out, Said const& said) {
  return out << said.sentence;
}
using Kind = ObstacleKind;
Said const kSaid[] = {
    {{.asked = {"ledger"}}, "it has no word ledger"},
    {{.asked = {"\"a ledger\""}}, "it has no \"a ledger\""},
    {{.asked = {"ledgr"}, .found = {"ledger", "ledgers"}},
     "it has no word ledgr; near to it: ledger, ledgers"},
    {{.excluded = true, .asked = {"draft"}, .found = {"title", "text"}},
     "it has draft, which the query excludes, in title, text"},
    {{.kind = Kind::category, .asked = {"a", "b"}, .found = {"c"}}, "its category is c; wanted: a, b"},
    {{.kind = Kind::category, .asked = {"a"}, .found = {"b", "c"}}, "its categories are b, c; wanted: a"},
    {{.kind = Kind::category, .asked = {"a"}}, "it has no category; wanted: a"},
    {{.kind = Kind::author, .excluded = true, .asked = {"Ada"}, .found = {"Ada"}},
     "its author is Ada; excluded: Ada"},
    {{.kind = Kind::site, .asked = {"a"}, .found = {"b"}}, "its site is b; wanted: a"},
    {{.kind = Kind::language, .asked = {"de"}, .found = {"en"}}, "its language is en; wanted: de"},
    {{.kind = Kind::date, .asked = {"2024-01-01", ""}, .found = {"2023-05-02"}},
     "its date is 2023-05-02; wanted: from 2024-01-01 on"},
    {{.kind = Kind::date, .asked = {"", "2024-12-31"}}, "it has no date; wanted: up to 2024-12-31"},
    {{.kind = Kind::date, .asked = {"2024-01-01", "2024-12-31"}, .found = {"2023-05-02"}},
     "its date is 2023-05-02; wanted: from 2024-01-01 to 2024-12-31"},
    {{.kind = Kind::coverage, .asked = {"a", "b"}, .value = 0.234, .limit = 0.55},
     "it has 23 % of the query, by the weight of its words, and needs 55 %; it lacks: a, b"},
    {{.kind = Kind::literal, .asked = {"a::b"}}, "it has the words, but nowhere exactly a::b"},
    {{.kind = Kind::candidates, .limit = 128},
     "it has words of the query, but is not among the 128 posts that have most of them"},
    {{.kind = Kind::window, .limit = 10000},
     "it matches, but stands behind the first 10000 posts, which is as far as pages go"},
    {{.kind = Kind::unreadable}, "the query has nothing that can be searched"},
};

std::string text_of(Explanation const& explanation, TextStyle const& style = {}) {
  return pressmark::explanation_text(explanation, style);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation_text)

BOOST_AUTO_TEST_CASE(a_place_is_a_sentence_and_its_sums) {
  BOOST_TEST(text_of(sample_place()) ==
             "Second of 7 for the ledger\n"
             "The first 2 posts have all words, the others most of them.\n"
             "Größe of a <ledger>\n"
             "https://example.org/ledger\n"
             "\n"
             "words       posts  weight  in this post\n"
             "  the                      too common to count\n"
             "  ledger        4    1.25  ledger: title 1, text 2; ledgers (same stem): text 1;\n"
             "                           defined here\n"
             "\n"
             "score             value  weight   score\n"
             "  first stage      1.00    0.75    0.75\n"
             "  best section     0.50    1.00    0.50\n"
             "  sum                              1.25  0.80 of the best\n"
             "\n"
             "first stage      score\n"
             "  ledger          2.50\n"
             "  in title        0.25\n"
             "  sum             2.75\n"
             "\n"
             "sections, best first\n"
             "      1.80* Growing\n"
             "            body 0.50 × 2, heading 0.50 × 1.6\n"
             "      0.70  (beginning)\n"
             "            body 0.50 × 2; times general heading 0.70\n"
             "  * the section asked for\n"
             "\n"
             "just above it\n"
             "        1.  The first\n"
             "            +0.31: best section +0.46, first stage -0.15\n");
}

BOOST_AUTO_TEST_CASE(an_absence_is_its_reasons) {
  BOOST_TEST(text_of(sample_absence()) ==
             "Not found for ledgr after:2026: its date is 2024-05-02; wanted: from 2026-01-01\n"
             "on.\n"
             "Also: it has no word ledgr; near to it: ledger.\n"
             "1 post was found.\n"
             "Größe of a <ledger>\n"
             "https://example.org/ledger\n"
             "\n"
             "words      posts  weight  in this post\n"
             "  ledgr        0    4.00  not there; near to it: ledger\n");
}

BOOST_DATA_TEST_CASE(every_reason_is_a_sentence, boost::unit_test::data::make(kSaid), said) {
  Explanation const explanation{.query = "q", .obstacles = {said.obstacle}};
  auto const text = text_of(explanation, {.columns = 200});
  BOOST_TEST(text.substr(0, text.find('\n')) == "Not found for q: " + std::string(said.sentence) + '.');
}

BOOST_AUTO_TEST_CASE(the_steps_that_were_tried_are_told_where_nothing_was_found) {
  auto explanation = sample_absence();
  explanation.total = 0;
  explanation.tried = {Relaxation::none, Relaxation::prefix, Relaxation::typo, Relaxation::fewer_words};
  explanation.did_you_mean = "ledger";
  auto const text = text_of(explanation, {.columns = 200});
  BOOST_TEST(text.find("No post was found. Tried: as typed, its last word as the beginning of one, near "
                       "spellings, fewer words.\nDid you mean: ledger\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_answer_by_date_shows_no_scores) {
  auto explanation = sample_place();
  explanation.by_date = true;
  auto const text = text_of(explanation);
  BOOST_TEST(text.find("The answer is ordered by date, not by score.\n") != std::string::npos);
  BOOST_TEST(text.find("of the best") == std::string::npos);
  BOOST_TEST(text.find("+0.31") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(keeps_to_the_width_but_for_the_address) {
  auto place = sample_place();
  auto absence = sample_absence();
  for (auto* const explanation : {&place, &absence}) {
    explanation->url.clear();
    for (int i = 0; i < 20; ++i) explanation->title += " and on";
    for (auto& word : explanation->words) word.text += "andonandonandonandonandon";
    for (std::size_t const columns : {64, 80, 100}) {
      std::istringstream lines(text_of(*explanation, {.columns = columns}));
      for (std::string line; std::getline(lines, line);) BOOST_TEST(columns_of(line) <= columns, line);
    }
  }
}

BOOST_AUTO_TEST_CASE(escape_sequences_of_a_post_do_not_reach_the_terminal) {
  std::string const evil = "\x1b[2Jgone\x07";
  auto place = sample_place();
  place.query = place.title = place.url = place.above[0].title = place.sections[0].heading = evil;
  place.words[1].text = place.words[1].forms[0].text = place.first_stage[0].name = evil;
  auto absence = sample_absence();
  absence.obstacles[0].found = absence.obstacles[1].found = absence.words[0].near = {evil};
  for (auto const& explanation : {place, absence}) {
    BOOST_TEST(text_of(explanation).find_first_of("\x1b\x07") == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()
