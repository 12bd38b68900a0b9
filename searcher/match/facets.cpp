// Counts whole values of slots, of which there are few, and turns them into names only at the end.
#include "searcher/match/facets.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/index/schema.h"
#include "searcher/query/dimension_fields.h"

namespace pressmark {
namespace {

using Counts = std::map<std::string, std::size_t>;

FacetCounts most_first(Counts const& counts) {
  FacetCounts sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](auto const& a, auto const& b) { return a.second > b.second; });
  return sorted;
}

// Counts of values to counts of names in their commonest spelling.
FacetCounts by_name(Counts const& values, Dimension dimension, NameTable const& names) {
  Counts counts;
  for (auto const& [value, posts] : values) {
    std::set<std::string> keys;
    auto const spellings =
        dimension == Dimension::category ? unpack_strings(value) : std::vector<std::string>{value};
    for (auto const& spelling : spellings) keys.insert(filter_key(dimension, spelling));
    for (auto const& key : keys) {
      if (!key.empty()) counts[names.spelling(dimension, key)] += posts;
    }
  }
  return most_first(counts);
}

NameFilter& name_filter(Dimension dimension, Filters& filters) {
  switch (dimension) {
    case Dimension::author:
      return filters.authors;
    case Dimension::site:
      return filters.sites;
    case Dimension::language:
      return filters.languages;
    default:
      return filters.categories;
  }
}

}  // namespace

bool is_active(Dimension dimension, Filters const& filters) {
  if (dimension == Dimension::date) return filters.since || filters.until;
  auto copy = filters;
  return name_filter(dimension, copy) != NameFilter{};
}

Filters without(Dimension dimension, Filters filters) {
  if (dimension == Dimension::date) {
    filters.since.reset();
    filters.until.reset();
  } else {
    name_filter(dimension, filters) = {};
  }
  return filters;
}

void FacetCounter::add(Xapian::Document const& document) {
  for (auto const dimension : kNameDimensions) {
    ++values_[dimension][document.get_value(kDimensionFields[dimension].slot)];
  }
  if (auto const published = document.get_value(slot::kPublished); !published.empty()) {
    auto const seconds = static_cast<std::int64_t>(Xapian::sortable_unserialise(published));
    ++months_[format_day(Timestamp(std::chrono::seconds(seconds))).substr(0, 7)];
  }
}

void FacetCounter::operator()(Xapian::Document const& document, double) {
  add(document);
}

void FacetCounter::store(Dimension dimension, NameTable const& names, Facets& facets) const {
  if (dimension != Dimension::date) {
    facets[std::string(kNameDimensionRows[dimension].facet_group)] =
        by_name(values_[dimension], dimension, names);
    return;
  }
  Counts years;
  for (auto const& [month, posts] : months_) years[month.substr(0, month.find('-', 1))] += posts;
  facets["year"] = FacetCounts(years.rbegin(), years.rend());
  facets["month"] = FacetCounts(months_.rbegin(), months_.rend());
}

}  // namespace pressmark
