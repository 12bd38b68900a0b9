// How the posts of an answer spread over categories, dates, authors, sites and languages.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <xapian.h>

#include "searcher/match/name_table.h"
#include "searcher/query/query.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// A kind of filter, and the facet groups that are counted as if it were not set.
enum class FilterKind { categories, authors, sites, languages, dates };
inline constexpr FilterKind kFilterKinds[] = {FilterKind::categories, FilterKind::authors, FilterKind::sites,
                                              FilterKind::languages, FilterKind::dates};

[[nodiscard]] bool is_active(FilterKind kind, Filters const& filters);
[[nodiscard]] Filters without(FilterKind kind, Filters filters);

using Facets = std::map<std::string, FacetCounts>;

// Counts the posts of one set, given one by one or as the spy of a match that looks at all of them.
// A post counts once for each of its values, however it spells them.
class FacetCounter : public Xapian::MatchSpy {
 public:
  void add(Xapian::Document const& document);
  void operator()(Xapian::Document const& document, double weight) override;

  // The counts of the groups that `kind` narrows, most posts first, then by name: "categories",
  // "author", "site", "language", or "year" and "month" (newest first).
  void store(FilterKind kind, NameTable const& names, Facets& facets) const;

 private:
  std::map<std::string, std::size_t> category_lists_;  // packed values
  std::map<std::string, std::size_t> authors_;
  std::map<std::string, std::size_t> sites_;
  std::map<std::string, std::size_t> languages_;
  std::map<std::string, std::size_t> months_;  // "2026-03"
};

}  // namespace pressmark
