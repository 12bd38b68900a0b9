// What single queries make of a single document: how an explanation takes a score apart.
#pragma once

#include <optional>
#include <string>
#include <xapian.h>

#include "searcher/match/ranking_weights.h"

namespace pressmark {

// Evaluates queries for one document. Keeps references to all it is given but `id`.
class OneDocument {
 public:
  // `id`: of its post.
  OneDocument(Xapian::Database const& database, std::string const& id, RankingWeights const& weights);

  // What `query` adds to the document's score in the first stage; nothing if it does not match,
  // as an empty query never does. Throws what Xapian throws.
  [[nodiscard]] std::optional<double> weight(Xapian::Query const& query) const;
  [[nodiscard]] bool matches(Xapian::Query const& query) const { return weight(query).has_value(); }

 private:
  Xapian::Database const& database_;
  Xapian::Query only_;
  RankingWeights const& weights_;
};

}  // namespace pressmark
