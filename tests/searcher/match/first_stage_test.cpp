// Counting matches in a database as Xapian keeps it on disk.
#include "searcher/match/first_stage.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <xapian.h>

#include "searcher/query/timed_documents.h"
#include "tests/common/index/store_fixture.h"

using namespace pressmark;

namespace {

// The list of all documents has more than one part from some thousand on.
constexpr Xapian::docid kDocuments = 3'000;
constexpr Xapian::docid kRemoved = 1'000;

// "every" is in all documents, "some" in every third.
Xapian::Database database_with_a_gap(std::filesystem::path const& folder) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC);
  for (Xapian::docid number = 1; number <= kDocuments; ++number) {
    Xapian::Document document;
    document.add_term("every");
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

struct Counted {
  char const* name;
  Xapian::Query query;
  Xapian::doccount count;
};
std::ostream& operator<<(std::ostream& out, Counted const& counted) {
  return out << counted.name;
}

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
  StoreFixture const store;
  auto const database = database_with_a_gap(store.layout.index());
  TimeLimit no_limit;
  TimedDocuments documents(no_limit);
  Count count;
  count_matches(database, documents.timed(counted.query), count);
  BOOST_TEST(count.value() == counted.count);
}

BOOST_AUTO_TEST_SUITE_END()
