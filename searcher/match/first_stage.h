// The first stage of ranking: Xapian's match over the whole index.
#pragma once

#include <cstddef>
#include <vector>
#include <xapian.h>

#include "searcher/match/ranking_weights.h"

namespace pressmark {

enum class MatchOrder { relevance, newest, oldest };

// The window of an answer that is wanted.
struct MatchWindow {
  MatchOrder order = MatchOrder::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
};

struct Candidate {
  Xapian::docid document = 0;
  double weight = 0;
};

struct CandidateList {
  std::vector<Candidate> candidates;
  std::size_t total = 0;    // posts that match
  bool exact_total = true;  // false: `total` is Xapian's estimate
};

// Totals are counted exactly up to this many posts.
inline constexpr Xapian::doccount kExactTotal = 10'000;

// The posts of `window`, of those that `decider` lets pass (all if it is null). Equal weights put the newer
// post first; a post without a date comes last whatever the order. Throws what Xapian throws.
[[nodiscard]] CandidateList first_stage(Xapian::Database const& database, Xapian::Query const& query,
                                        MatchWindow const& window, RankingWeights const& weights,
                                        Xapian::MatchDecider const* decider = nullptr);

// Shows every post that matches and that `decider` lets pass to `spy`, in no particular order. `query` is
// to be made by TimedDocuments::timed().
void count_matches(Xapian::Database const& database, Xapian::Query const& query, Xapian::MatchSpy& spy,
                   Xapian::MatchDecider const* decider = nullptr);

// How many posts match such a query and pass, counted up to `most` (above 0) and no further.
[[nodiscard]] std::size_t count_up_to(std::size_t most, Xapian::Database const& database,
                                      Xapian::Query const& query,
                                      Xapian::MatchDecider const* decider = nullptr);

}  // namespace pressmark
