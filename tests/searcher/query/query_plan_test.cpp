// How many terms of the index a query may match.
#include "searcher/query/query_plan.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <iterator>
#include <string>
#include <string_view>
#include <xapian.h>

#include "common/index/schema.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_parser.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

constexpr std::string_view kFirstLetters = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kSecondLetters = "abcd";
// Behind each pair of letters; a word's last letters tell how common it is.
constexpr int kWordsOfPair = 150;

std::string word(char first, char second, int number) {
  return {first, second, static_cast<char>('a' + number / 26), static_cast<char>('a' + number % 26)};
}

// Of the words that begin alike, the later ones are in more documents.
Xapian::Database vocabulary() {
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  for (int from = 0; from < kWordsOfPair; from += 50) {
    Xapian::Document document;
    for (char const first : kFirstLetters) {
      for (char const second : kSecondLetters) {
        for (int number = from; number < kWordsOfPair; ++number) {
          document.add_posting(word_term(Field::text, word(first, second, number)), kFirstPosition);
        }
      }
    }
    database.add_document(document);
  }
  return database;
}

std::string repeated(std::string const& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string beginnings(std::string const& after) {
  std::string query;
  for (char const first : kFirstLetters) {
    for (char const second : kSecondLetters) query += std::string{first, second} + after;
  }
  return query;
}

struct Wide {
  char const* name;
  std::string query;
};

Wide const kWide[] = {
    {"one beginning", "aa*"},
    {"all beginnings", beginnings("* ")},
    {"any beginning", beginnings("* OR ") + "aa*"},
    {"all in brackets", '(' + beginnings("* ") + ')'},
    {"one many times", repeated("aa* ", 1'300)},
    {"two many times, in brackets", '(' + repeated("aa* bb* ", 480) + ')'},
    {"without any", "word -" + beginnings("* -")},
};

// More would be more than a search can take.
constexpr std::size_t kMostForms = 1'000;

QueryPlan plan(std::string const& query, Xapian::Database const& database, bool excluded = false) {
  TimeLimit no_limit;
  auto const read = parse_query(query, {});
  return QueryPlanner({"en"}).plan(excluded ? read.excluded : read.wanted, database, no_limit);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_plan)

BOOST_DATA_TEST_CASE(beginnings_stand_for_a_bounded_number_of_words, boost::unit_test::data::make(kWide),
                     wide) {
  auto const database = vocabulary();
  for (bool const excluded : {false, true}) {
    auto const planned = plan(wide.query, database, excluded);
    BOOST_TEST(planned.forms.size() <= kMostForms);
    std::size_t stems = 0;
    for (auto const& unit : planned.units) stems += unit.stems.size();
    BOOST_TEST(stems <= kMostForms);
  }
}

BOOST_AUTO_TEST_CASE(the_compiled_query_has_no_more_terms_than_its_plan) {
  auto const database = vocabulary();
  auto const nodes = parse_query('(' + beginnings("* ") + ')', {}).wanted;
  TimeLimit no_limit;
  auto const planned = QueryPlanner({"en"}).plan(nodes, database, no_limit);
  auto const query = compile_words(planned, WordPolicy::all, {});
  auto const terms = std::distance(query.get_terms_begin(), query.get_terms_end());
  BOOST_TEST(terms > 0);
  BOOST_TEST(static_cast<std::size_t>(terms) <= 2 * kMostForms);
}

BOOST_AUTO_TEST_CASE(a_beginning_stands_for_the_commonest_words_behind_it) {
  auto const planned = plan("aa*", vocabulary());
  BOOST_TEST(planned.units.front().forms.size() == 100U);
  for (auto const& form : planned.forms) BOOST_TEST(form.text >= word('a', 'a', kWordsOfPair - 100));
}

BOOST_AUTO_TEST_CASE(each_of_many_beginnings_stands_for_something) {
  auto const planned = plan('(' + beginnings("* ") + ')', vocabulary());
  BOOST_TEST(planned.units.size() == QueryLimits{}.words);
  for (auto const& unit : planned.units) BOOST_TEST(!unit.forms.empty());
}

BOOST_AUTO_TEST_CASE(a_beginning_ends_with_its_time) {
  TimeLimit over(Deadline{SteadyTime::clock::now()});
  auto const planned = QueryPlanner({"en"}).plan(parse_query("aa*", {}).wanted, vocabulary(), over);
  BOOST_TEST(planned.units.size() == 1U);
  BOOST_TEST(planned.units.front().forms.empty());
}

BOOST_AUTO_TEST_SUITE_END()
