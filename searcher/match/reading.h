// One reading of a query answered: which posts, in which order, counted how.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>
#include <xapian.h>

#include "searcher/match/facets.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/literals.h"
#include "searcher/match/search_context.h"
#include "searcher/match/second_stage.h"
#include "searcher/query/query.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_plan.h"
#include "searcher/query/timed_documents.h"

namespace pressmark {

// What is wanted of a post, planned and compiled.
struct Reading {
  std::vector<QueryNode> wanted;
  QueryPlan plan;  // what the occurrences of an answer speak of
  WordPolicy policy = WordPolicy::all;
  double least_coverage = 0;  // share of the query's weight a post needs where it may lack words
  bool by_coverage = false;   // ranked by how much of it a post has
  Xapian::Query words;        // without filters
  // Where posts that have all words come before those that have most: these words, all wanted.
  Xapian::Query all_words;
};

struct ReadingAnswer {
  Reading reading;
  std::vector<MatchedPost> posts;  // of the window
  std::size_t total = 0;
  bool exact_total = true;
  std::size_t all_words_total = 0;  // posts that have all words, where they come before others that do not
  std::vector<Xapian::docid> covering;  // answered by coverage: the posts of all windows
};

// Candidates the second stage looks at. Fixed, so that the order does not depend on the page.
inline constexpr Xapian::doccount kCandidates = 64;
// Of a query that is answered by coverage: its answer never holds more posts than this.
inline constexpr Xapian::doccount kCoverageCandidates = 128;

// True for readings of several plain words, of which a post may lack some.
[[nodiscard]] bool may_miss_words(std::vector<QueryNode> const& wanted);

// Answers readings of one query: its words change from one to the next, its filters and exclusions
// stay. When time is over an answer is what was found until then, and nothing more is looked for. Keeps a
// reference to the context. Methods throw what Xapian throws. Belongs to one thread.
class ReadingMatcher {
 public:
  explicit ReadingMatcher(SearchContext const& context);

  // Wants all words of a short reading, and ranks longer ones by how much of them a post has. No
  // words: all posts that pass the filters, by date.
  [[nodiscard]] ReadingAnswer answer(std::vector<QueryNode> const& wanted) const;

  // Ranks by how much of the reading a post has, however short it is. Posts with too little are left out.
  [[nodiscard]] ReadingAnswer answer_by_coverage(std::vector<QueryNode> const& wanted) const;

  // True if a post has all of `wanted` and passes the filters.
  [[nodiscard]] bool has_any(std::vector<QueryNode> const& wanted) const;

  // Facets of what `answer`, made here, speaks of. Each kind of filter's groups are counted as if it were
  // not set, so that a reader sees what choosing another value would give. Groups for which there is
  // no time are left out. The context has the facets' names.
  [[nodiscard]] Facets facets(ReadingAnswer const& answer) const;

 private:
  // Posts that have enough of a reading, best first.
  struct CoverageRanking {
    std::vector<MatchedPost> posts;
    std::size_t complete = 0;   // posts that have all words
    bool is_everything = true;  // false: there may be more than were looked at
  };

  [[nodiscard]] Reading plan(std::vector<QueryNode> const& wanted) const;
  [[nodiscard]] Xapian::Query compile(QueryPlan const& plan, WordPolicy policy) const;
  [[nodiscard]] Xapian::Query filtered(Xapian::Query words, Filters const& filters) const;
  [[nodiscard]] Xapian::Query boosted(Xapian::Query const& words, QueryPlan const& plan) const;
  [[nodiscard]] Xapian::MatchDecider const* decider() const { return literals_ ? &*literals_ : nullptr; }
  [[nodiscard]] CandidateList candidates(Xapian::Query const& words, MatchWindow const& window) const;
  [[nodiscard]] CandidateList best_candidates(Xapian::Query const& words, QueryPlan const& plan,
                                              MatchWindow const& window) const;
  [[nodiscard]] CandidateList first_stage_in_time(Xapian::Query const& query, MatchWindow const& window,
                                                  TimedDocuments const& documents) const;
  [[nodiscard]] std::size_t count_up_to(std::size_t most, Xapian::Query const& words) const;
  [[nodiscard]] bool wants_filling(Reading const& reading) const;
  [[nodiscard]] ReadingAnswer list_posts(Reading reading) const;
  [[nodiscard]] ReadingAnswer match_all_words(Reading reading) const;
  [[nodiscard]] ReadingAnswer match_by_coverage(Reading reading) const;
  [[nodiscard]] CoverageRanking rank_by_coverage(Reading const& reading, Filters const& filters) const;
  [[nodiscard]] double least_coverage(Reading const& reading) const;
  void sort_by_date(std::vector<MatchedPost>& posts) const;
  void count(ReadingAnswer const& answer, Filters const& filters, FacetCounter& counter) const;
  void take_page(std::vector<MatchedPost>& ranked, ReadingAnswer& answer) const;
  void take(std::vector<Candidate> const& found, ReadingAnswer& answer) const;

  SearchContext const& context_;
  TimedPhrases phrases_;          // after phrases_within_, which it refers to
  Xapian::Query phrases_within_;  // empty where time is not limited
  Xapian::Query excluded_;
  std::optional<LiteralDecider> literals_;
};

}  // namespace pressmark
