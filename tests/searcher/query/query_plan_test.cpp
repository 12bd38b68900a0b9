// How many terms of the index a query may stand for.
#include "searcher/query/query_plan.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <iterator>
#include <ostream>
#include <string>
#include <xapian.h>

#include "common/index/schema.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_parser.h"

using namespace pressmark;

namespace {

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
// Behind each letter; a word's last letters tell how common it is.
constexpr int kWordsOfLetter = 300;

std::string word(char first, int number) {
  return std::string{first} + static_cast<char>('a' + number / 26) + static_cast<char>('a' + number % 26);
}

// 7,800 words. Of those that begin alike, the later ones are in more documents.
Xapian::Database vocabulary() {
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  for (int from = 0; from < kWordsOfLetter; from += 50) {
    Xapian::Document document;
    for (char const first : kLetters) {
      for (int number = from; number < kWordsOfLetter; ++number) {
        document.add_posting(word_term(Field::text, word(first, number)), kFirstPosition);
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

std::string all_letters(std::string const& behind) {
  std::string query;
  for (char const letter : kLetters) query += letter + behind;
  return query;
}

std::string pairs() {
  std::string query;
  for (char const first : kLetters) {
    for (char const second : kLetters) query += std::string{first, second} + "* ";
  }
  return query;
}

struct Wide {
  char const* name;
  std::string query;
};
std::ostream& operator<<(std::ostream& out, Wide const& wide) {
  return out << wide.name;
}

Wide const kWide[] = {
    {"one beginning", "a*"},
    {"all letters", all_letters("* ")},
    {"all letters, any of them", all_letters("* OR ") + "a*"},
    {"all pairs in brackets", '(' + pairs() + ')'},
    {"one beginning many times", repeated("a* ", 1'300)},
    {"in brackets", '(' + repeated("a* b* ", 650) + ')'},
    {"without beginnings", "word " + all_letters("* -")},
};

// More would be more than a search can take.
constexpr std::size_t kMostForms = 1'400;

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
  auto const nodes = parse_query('(' + pairs() + ')', {}).wanted;
  TimeLimit no_limit;
  auto const planned = QueryPlanner({"en"}).plan(nodes, database, no_limit);
  auto const query = compile_words(nodes, planned, WordPolicy::all, {});
  auto const terms = std::distance(query.get_terms_begin(), query.get_terms_end());
  BOOST_TEST(terms > 0);
  BOOST_TEST(static_cast<std::size_t>(terms) <= 2 * kMostForms);
}

BOOST_AUTO_TEST_CASE(a_beginning_stands_for_the_commonest_words_behind_it) {
  auto const planned = plan("a*", vocabulary());
  BOOST_TEST(planned.units.front().forms.size() == 100U);
  for (auto const& form : planned.forms) BOOST_TEST(form.text >= word('a', kWordsOfLetter - 100));
}

BOOST_AUTO_TEST_CASE(each_of_many_beginnings_stands_for_something) {
  auto const planned = plan('(' + pairs() + ')', vocabulary());
  std::size_t with_words = 0;
  for (auto const& unit : planned.units) with_words += unit.forms.empty() ? 0 : 1;
  BOOST_TEST(with_words == 26U * 12);  // pairs that words begin with
}

BOOST_AUTO_TEST_CASE(a_beginning_ends_with_its_time) {
  TimeLimit over(Deadline{SteadyTime::clock::now()});
  auto const planned = QueryPlanner({"en"}).plan(parse_query("a*", {}).wanted, vocabulary(), over);
  BOOST_TEST(planned.units.size() == 1U);
  BOOST_TEST(planned.units.front().forms.empty());
}

BOOST_AUTO_TEST_SUITE_END()
