// How the posts of an answer spread over categories, dates, authors, sites and languages.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <xapian.h>

#include "searcher/match/name_table.h"
#include "searcher/query/query.h"
#include "searcher/results/dimension.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// Each dimension has a filter, and facet groups that are counted as if it were not set.
[[nodiscard]] bool is_active(Dimension dimension, Filters const& filters);
[[nodiscard]] Filters without(Dimension dimension, Filters filters);

using Facets = std::map<std::string, FacetCounts>;

// Counts the posts of one set, given one by one or as the spy of a match that looks at all of them.
// A post counts once for each of its values, however it spells them.
class FacetCounter : public Xapian::MatchSpy {
 public:
  void add(Xapian::Document const& document);
  void operator()(Xapian::Document const& document, double weight) override;

  // The counts of the groups that `dimension` narrows, most posts first, then by name: "categories",
  // "author", "site", "language", or "year" and "month" (newest first).
  void store(Dimension dimension, NameTable const& names, Facets& facets) const;

 private:
  ByDimension<std::map<std::string, std::size_t>> values_;  // of categories packed
  std::map<std::string, std::size_t> months_;               // "2026-03"
};

}  // namespace pressmark
