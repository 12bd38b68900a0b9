// The first stage of ranking: Xapian's match over the whole index.
#pragma once

#include <cstddef>
#include <vector>
#include <xapian.h>

#include "searcher/match/ranking_weights.h"

namespace pressmark {

enum class MatchOrder { relevance, newest, oldest };

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

// The posts from `offset` on, at most `limit`, of those that `decider` lets pass (all if it is null). Equal
// weights put the newer post first; a post without a date comes last whatever the order. Throws what Xapian
// throws.
[[nodiscard]] CandidateList first_stage(Xapian::Database const& database, Xapian::Query const& query,
                                        MatchOrder order, std::size_t offset, std::size_t limit,
                                        RankingWeights const& weights,
                                        Xapian::MatchDecider const* decider = nullptr);

// `query` as Xapian can match it without weights. For a term that every document has it would then read
// the list of all documents under the term's name, and where that list has several parts, as after a
// removal, fail with "Unexpected end of posting list" (1.4.22). With a list of all documents first in its
// AND, nothing else is read from part to part.
[[nodiscard]] Xapian::Query unweighted(Xapian::Query const& query);

// Shows every post that matches and that `decider` lets pass to `spy`, in no particular order.
void count_matches(Xapian::Database const& database, Xapian::Query const& query, Xapian::MatchSpy& spy,
                   Xapian::MatchDecider const* decider = nullptr);

}  // namespace pressmark
