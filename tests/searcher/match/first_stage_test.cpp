// Counting matches in a database as Xapian keeps it on disk.
#include "searcher/match/first_stage.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <xapian.h>

#include "searcher/query/timed_documents.h"
#include "tests/common/index/empty_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// The list of all documents has more than one part from some thousand on.
constexpr Xapian::docid kDocuments = 3'000;
constexpr Xapian::docid kRemoved = 1'000;

constexpr int kUniversal = 8;

// "every" and the filters are in all documents, "some" in every third.
Xapian::Database database_with_a_gap(std::filesystem::path const& folder) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    document.add_term("every");
    for (int i = 0; i < kUniversal; ++i) document.add_boolean_term("K" + std::to_string(i));
    if (number % 3 == 0) document.add_term("some");
    database.add_document(document);
  }
  database.commit();
  database.delete_document(kRemoved);
  database.commit();
  return database;
}

class Count final : public Xapian::MatchSpy {
 public:
  void operator()(Xapian::Document const& /*document*/, double /*weight*/) override { ++count_; }
  [[nodiscard]] Xapian::doccount value() const { return count_; }

 private:
  Xapian::doccount count_ = 0;
};

Xapian::Query const kEvery("every");
Xapian::Query const kSome("some");

Xapian::Query filtered(Xapian::Query const& query, int filters) {
  std::vector<Xapian::Query> all{query};
  for (int i = 0; i < filters; ++i) all.emplace_back("K" + std::to_string(i));
  return {Xapian::Query::OP_FILTER, all.begin(), all.end()};
}

// The clock goes on by one with each look at it.
Deadline after_looks(int looks) {
  return {SteadyTime(SteadyTime::duration(looks)),
          [now = SteadyTime()]() mutable { return now += SteadyTime::duration(1); }};
}

struct Counted {
  char const* name;
  Xapian::Query query;
  Xapian::doccount count;
};

Counted const kCounted[] = {
    {"a word of every document", kEvery, kDocuments - 1},
    {"two such words", {Xapian::Query::OP_AND, kEvery, Xapian::Query("every")}, kDocuments - 1},
    {"either word", {Xapian::Query::OP_OR, kEvery, kSome}, kDocuments - 1},
    {"both words", {Xapian::Query::OP_AND, kEvery, kSome}, kDocuments / 3},
    {"one without the other", {Xapian::Query::OP_AND_NOT, kEvery, kSome}, kDocuments - kDocuments / 3 - 1},
    {"one word as a filter", {Xapian::Query::OP_FILTER, kSome, kEvery}, kDocuments / 3},
    {"no word", Xapian::Query::MatchAll, kDocuments - 1},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(first_stage)

BOOST_DATA_TEST_CASE(words_of_every_document_are_counted_after_a_removal,
                     boost::unit_test::data::make(kCounted), counted) {
  EmptyStore const store;
  auto const database = database_with_a_gap(store.layout.index());
  TimeLimit no_limit;
  TimedDocuments documents(no_limit);
  Count count;
  count_matches(database, documents.timed(counted.query), count);
  BOOST_TEST(count.value() == counted.count);
}

BOOST_AUTO_TEST_CASE(filters_that_every_document_passes_are_matched_after_a_removal) {
  EmptyStore const store;
  auto const database = database_with_a_gap(store.layout.index());
  TimeLimit no_limit;
  for (int filters = 1; filters <= kUniversal; ++filters) {
    for (auto const& query : {kEvery, Xapian::Query(std::string())}) {
      BOOST_TEST_CONTEXT(filters << " filters, " << query.get_description()) {
        TimedDocuments documents(no_limit);
        Count count;
        count_matches(database, documents.timed(filtered(query, filters)), count);
        BOOST_TEST(count.value() == kDocuments - 1);
        auto const found = pressmark::first_stage(database, documents.timed(filtered(query, filters)),
                                                  {MatchOrder::newest, 0, 10}, {});
        BOOST_TEST(found.total == kDocuments - 1);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(counting_stops_at_the_number_asked_for) {
  EmptyStore const store;
  auto const database = database_with_a_gap(store.layout.index());
  TimeLimit no_limit;
  TimedDocuments documents(no_limit);
  BOOST_TEST(count_up_to(5, database, documents.timed(kSome)) == 5U);
  BOOST_TEST(count_up_to(kDocuments, database, documents.timed(kSome)) == kDocuments / 3);
  BOOST_TEST(count_up_to(5, database, documents.timed(Xapian::Query("none"))) == 0U);
}

BOOST_AUTO_TEST_CASE(a_match_ends_with_its_time_and_has_what_it_found) {
  EmptyStore const store;
  auto const database = database_with_a_gap(store.layout.index());
  std::size_t before = 0;
  for (int looks = 1; looks < 20; ++looks) {
    TimeLimit time(after_looks(looks));
    TimedDocuments documents(time);
    auto const found =
        pressmark::first_stage(database, documents.timed(kEvery), {MatchOrder::newest, 0, kDocuments}, {});
    BOOST_TEST(time.was_over());
    BOOST_TEST(found.total == found.candidates.size());
    BOOST_TEST(found.total == static_cast<std::size_t>(looks - 1) * TimeLimit::kStepsPerLook);
    BOOST_TEST(found.total >= before);
    before = found.total;
  }
}

BOOST_AUTO_TEST_CASE(a_search_for_a_phrase_that_is_nowhere_ends_with_its_time) {
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  Xapian::Document document;
  document.add_posting("a", 1);
  document.add_posting("b", 3);
  for (int i = 0; i < 1'000; ++i) database.add_document(document);
  std::vector<std::string> const words{"a", "b"};
  Xapian::Query const phrase(Xapian::Query::OP_PHRASE, words.begin(), words.end(), 2);
  int looks = 0;
  TimeLimit time(Deadline{SteadyTime{} + SteadyTime::duration(3),
                          [&] { return SteadyTime{} + SteadyTime::duration(++looks); }});
  TimedPhrases phrases(time);
  Xapian::Query const within(Xapian::Query::OP_FILTER, phrase, Xapian::Query(&phrases));
  TimedDocuments documents(time);
  auto const either = Xapian::Query(Xapian::Query::OP_OR, Xapian::Query("none"), within);
  BOOST_TEST(
      pressmark::first_stage(database, documents.timed(either), {MatchOrder::relevance, 0, 10}, {}).total ==
      0U);
  BOOST_TEST(looks == 3);
}

BOOST_AUTO_TEST_CASE(totals_beyond_what_is_counted_keep_their_exactness) {
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  Xapian::Document document;
  document.add_posting("every", 1);
  for (Xapian::doccount i = 0; i <= kExactTotal; ++i) database.add_document(document);
  TimeLimit no_limit;
  TimedDocuments documents(no_limit);
  auto const found =
      pressmark::first_stage(database, documents.timed(kEvery), {MatchOrder::relevance, 0, 10}, {});
  BOOST_TEST(found.total == kExactTotal + 1);
  BOOST_TEST(found.exact_total);
}

BOOST_AUTO_TEST_SUITE_END()
