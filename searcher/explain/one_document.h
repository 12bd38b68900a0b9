// Runs single queries against a single document, so that an explanation can split up its score.
#pragma once

#include <optional>
#include <string>
#include <xapian.h>

#include "searcher/match/search_context.h"

namespace pressmark {

// Evaluates queries for one document. Keeps a reference to the context.
class OneDocument {
 public:
  // `id`: of its post.
  OneDocument(SearchContext const& context, std::string const& id);

  // What `query` adds to the document's score in the first stage; nothing if it does not match,
  // as an empty query never does. Throws what Xapian throws.
  [[nodiscard]] std::optional<double> weight(Xapian::Query const& query) const;
  [[nodiscard]] bool matches(Xapian::Query const& query) const { return weight(query).has_value(); }

 private:
  SearchContext const& context_;
  Xapian::Query only_;
};

}  // namespace pressmark
