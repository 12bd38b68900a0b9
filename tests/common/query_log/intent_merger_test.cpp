// Sequences of searches, and the intents they come to.
#include "common/query_log/intent_merger.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "query_log_fixture.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

using Queries = std::vector<std::string>;

// Notes searches and gathers the intents.
struct Merged {
  void note(SharedSearch const& search, std::chrono::seconds at = 0s, std::uint8_t number = 1) {
    merger.note(reader(number), search, IntentMerger::Time(1h + at));
  }
  Queries all() {
    merger.finish_all();
    return queries;
  }

  Queries queries;
  std::vector<std::size_t> posts;
  IntentMerger merger{[this](ReaderKey const&, SharedSearch const& search) {
    queries.push_back(search->query);
    posts.push_back(search->posts);
  }};
};

struct Typing {
  Queries typed;
  Queries intents;
};
std::ostream& operator<<(std::ostream& out, Typing const& one) {
  for (auto const& query : one.typed) out << query << ", ";
  return out;
}
Typing const kTyped[] = {
    {{"graphql"}, {"graphql"}},
    {{"g", "gr", "gra", "graph", "graphql"}, {"graphql"}},
    {{"gra", "graphql api"}, {"graphql api"}},                           // pasted, or typed fast
    {{"graphwl", "graphw", "graph", "graphq", "graphql"}, {"graphql"}},  // taken back, then typed
    {{"graphwl", "graphql"}, {"graphql"}},                               // a letter replaced
    {{"grpahql", "graphql"}, {"graphql"}},                               // two swapped
    {{"grraphql", "graphql"}, {"graphql"}},                              // one taken out
    {{"GRAPH", "graphql"}, {"graphql"}},                                 // however it is spelled
    {{"graphql", "graphql", "graphql"}, {"graphql"}},
    {{"graphql", "sqlite"}, {"graphql", "sqlite"}},
    {{"cat", "car"}, {"cat", "car"}},  // short words differ by little
    {{"graphql", "sqlite", "graphql"}, {"graphql", "sqlite", "graphql"}},
    {{"rename file", "rename folder"}, {"rename file", "rename folder"}},
    {{"s", "sq", "g", "gr", "graph"}, {"sq", "graph"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(intent_merger)

BOOST_DATA_TEST_CASE(keystrokes_come_to_intents, boost::unit_test::data::make(kTyped), one) {
  Merged merged;
  for (auto const& query : one.typed) merged.note(search_for(query));
  BOOST_TEST(merged.all() == one.intents, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pause_ends_an_intent) {
  Merged merged;
  merged.note(search_for("graph"));
  merged.note(search_for("graphq"), 10s);
  merged.note(search_for("graphql"), 21s);
  BOOST_TEST(merged.queries == Queries{"graphq"}, boost::test_tools::per_element());
  merged.merger.finish_idle(IntentMerger::Time(1h + 31s));
  BOOST_TEST(merged.queries.size() == 1U);
  merged.merger.finish_idle(IntentMerger::Time(1h + 32s));
  BOOST_TEST(merged.queries.size() == 2U);
}

BOOST_AUTO_TEST_CASE(readers_who_type_at_the_same_time_are_kept_apart) {
  Merged merged;
  merged.note(search_for("gra"), 0s, 1);
  merged.note(search_for("graph"), 0s, 2);
  merged.note(search_for("grammar"), 1s, 1);
  merged.note(search_for("graphql"), 1s, 2);
  BOOST_TEST(merged.all() == (Queries{"grammar", "graphql"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_was_submitted_is_not_taken_back) {
  Merged merged;
  merged.note(search_for("kubernetes"));
  merged.note(search_for("kubernetes operator", 0, SearchManner::submitted), 1s);
  merged.note(search_for("kubernetes", 1, SearchManner::submitted), 2s);
  BOOST_TEST(merged.all() == (Queries{"kubernetes operator", "kubernetes"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_one_query_the_answer_with_most_posts_counts) {
  Merged merged;
  merged.note(search_for("graphql", 7));
  merged.note(search_for("graphql", 0), 1s);  // narrowed by a category
  merged.note(search_for("sqlite", 0), 2s);
  merged.note(search_for("sqlite", 3), 3s);  // widened
  BOOST_TEST(merged.all().size() == 2U);
  BOOST_TEST(merged.posts == (std::vector<std::size_t>{7, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(more_readers_than_can_be_watched_end_the_longest_wait) {
  Merged merged;
  for (std::size_t i = 0; i <= IntentMerger::kMaxPending; ++i) {
    ReaderKey key{};
    key[0] = static_cast<std::uint8_t>(i);
    key[1] = static_cast<std::uint8_t>(i >> 8U);
    merged.merger.note(key, search_for("query " + std::to_string(i)), IntentMerger::Time(1h));
  }
  BOOST_TEST(merged.queries == Queries{"query 0"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
