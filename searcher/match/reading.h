// One reading of a query answered: which posts, in which order, counted how.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/base/time_limit.h"
#include "searcher/match/facets.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/literals.h"
#include "searcher/match/ranking_weights.h"
#include "searcher/match/second_stage.h"
#include "searcher/query/query.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_plan.h"
#include "searcher/query/timed_documents.h"

namespace pressmark {

struct MatchWindow {
  MatchOrder order = MatchOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  // Facets are counted if these names are given; they are not owned.
  NameTable const* facet_names = nullptr;
};

struct ReadingAnswer {
  std::vector<MatchedPost> posts;  // of the window
  std::size_t total = 0;
  bool exact_total = true;
  std::size_t all_words_total = 0;  // posts that have all words, where they come before others that do not
  QueryPlan plan;                   // what the occurrences speak of
  std::vector<QueryNode> wanted;    // the reading
  WordPolicy policy = WordPolicy::all;
  double least_coverage = 0;  // share of the query's weight a post needs where it may lack words
};

// Candidates the second stage looks at. Fixed, so that the order does not depend on the page.
inline constexpr Xapian::doccount kCandidates = 64;
// Of a query that is answered by coverage: its answer never holds more posts than this.
inline constexpr Xapian::doccount kCoverageCandidates = 128;

// True for readings of several plain words, of which a post may lack some.
[[nodiscard]] bool may_miss_words(std::vector<QueryNode> const& wanted);

// Answers readings of one query: its words change from one to the next, its filters and exclusions
// stay. When time is over an answer is what was found until then, and nothing more is looked for. Keeps
// references to all it is given. Methods throw what Xapian throws.
class ReadingMatcher {
 public:
  ReadingMatcher(Xapian::Database const& database, Query const& query, QueryPlanner& planner,
                 std::string const& exact_title, MatchWindow const& window, RankingWeights const& weights,
                 TimeLimit& time);

  // Wants all words of a short reading, and ranks longer ones by how much of them a post has. No
  // words: all posts that pass the filters, by date.
  [[nodiscard]] ReadingAnswer answer(std::vector<QueryNode> const& wanted);

  // Ranks by how much of the reading a post has, however short it is. Posts with too little are left out.
  [[nodiscard]] ReadingAnswer answer_by_coverage(std::vector<QueryNode> const& wanted);

  // True if a post has all of `wanted` and passes the filters.
  [[nodiscard]] bool has_any(std::vector<QueryNode> const& wanted);

  // Facets of the reading answered last. Each kind of filter's groups are counted as if it were
  // not set, so that a reader sees what choosing another value would give. Groups for which there is
  // no time are left out.
  [[nodiscard]] Facets facets();

 private:
  // Posts that have enough of a reading, best first.
  struct CoverageRanking {
    std::vector<MatchedPost> posts;
    std::size_t complete = 0;   // posts that have all words
    bool is_everything = true;  // false: there may be more than were looked at
  };

  [[nodiscard]] Xapian::Query compile(std::vector<QueryNode> const& nodes, QueryPlan const& plan,
                                      WordPolicy policy) const;
  [[nodiscard]] Xapian::Query complete(Xapian::Query words, Filters const& filters) const;
  [[nodiscard]] Xapian::Query boosted(Xapian::Query const& words) const;
  [[nodiscard]] Xapian::MatchDecider const* decider() const { return literals_ ? &*literals_ : nullptr; }
  [[nodiscard]] CandidateList candidates(Xapian::Query const& query, MatchOrder order, std::size_t offset,
                                         std::size_t limit) const;
  [[nodiscard]] std::size_t count_up_to(std::size_t most, Xapian::Query const& query) const;
  void begin(std::vector<QueryNode> const& wanted);
  [[nodiscard]] bool wants_filling() const;
  void list_posts();
  void match_all_words();
  void match_by_coverage();
  [[nodiscard]] CoverageRanking rank_by_coverage(Filters const& filters) const;
  [[nodiscard]] double least_coverage() const;
  void sort_by_date(std::vector<MatchedPost>& posts) const;
  void count(Filters const& filters, FacetCounter& counter) const;
  void count_total(CandidateList const& found);
  void take_page(std::vector<MatchedPost>& ranked);
  void take(std::vector<Candidate> const& found);

  Xapian::Database const& database_;
  Query const& query_;
  QueryPlanner& planner_;
  std::string const& exact_title_;
  MatchWindow const& window_;
  RankingWeights const& weights_;
  TimeLimit& time_;
  mutable TimedDocuments documents_;  // of the match that is on
  TimedPhrases phrases_;              // behind phrases_within_
  Xapian::Query phrases_within_;      // empty where time is not limited
  Xapian::Query excluded_;
  std::optional<LiteralDecider> literals_;
  // Of the reading answered last:
  std::vector<QueryNode> wanted_;
  QueryPlan plan_;
  Xapian::Query all_words_;   // where an answer by coverage begins with the posts that have all words
  Xapian::Query words_;       // without filters
  bool by_coverage_ = false;  // how it was answered
  std::vector<Xapian::docid> covering_;  // then: all posts of the answer
  ReadingAnswer answer_;
};

}  // namespace pressmark
