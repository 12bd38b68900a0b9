// Counts whole values of slots, of which there are few, and turns them into names only at the end.
#include "searcher/match/facets.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/index/schema.h"

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
FacetCounts by_name(Counts const& values, NameKind kind, NameTable const& names) {
  Counts counts;
  for (auto const& [value, posts] : values) {
    std::set<std::string> keys;
    auto const spellings =
        kind == NameKind::category ? unpack_strings(value) : std::vector<std::string>{value};
    for (auto const& spelling : spellings) keys.insert(filter_key(kind, spelling));
    for (auto const& key : keys) {
      if (!key.empty()) counts[names.spelling(kind, key)] += posts;
    }
  }
  return most_first(counts);
}

NameFilter& name_filter(FilterKind kind, Filters& filters) {
  switch (kind) {
    case FilterKind::authors:
      return filters.authors;
    case FilterKind::sites:
      return filters.sites;
    case FilterKind::languages:
      return filters.languages;
    default:
      return filters.categories;
  }
}

}  // namespace

bool is_active(FilterKind kind, Filters const& filters) {
  if (kind == FilterKind::dates) return filters.since || filters.until;
  auto copy = filters;
  return name_filter(kind, copy) != NameFilter{};
}

Filters without(FilterKind kind, Filters filters) {
  if (kind == FilterKind::dates) {
    filters.since.reset();
    filters.until.reset();
  } else {
    name_filter(kind, filters) = {};
  }
  return filters;
}

void FacetCounter::add(Xapian::Document const& document) {
  ++category_lists_[document.get_value(slot::kCategories)];
  ++authors_[document.get_value(slot::kAuthor)];
  ++sites_[document.get_value(slot::kSite)];
  ++languages_[document.get_value(slot::kLanguage)];
  if (auto const published = document.get_value(slot::kPublished); !published.empty()) {
    auto const seconds = static_cast<std::int64_t>(Xapian::sortable_unserialise(published));
    ++months_[format_day(Timestamp(std::chrono::seconds(seconds))).substr(0, 7)];
  }
}

void FacetCounter::operator()(Xapian::Document const& document, double) {
  add(document);
}

void FacetCounter::store(FilterKind kind, NameTable const& names, Facets& facets) const {
  switch (kind) {
    case FilterKind::categories:
      facets["categories"] = by_name(category_lists_, NameKind::category, names);
      return;
    case FilterKind::authors:
      facets["author"] = by_name(authors_, NameKind::author, names);
      return;
    case FilterKind::sites:
      facets["site"] = by_name(sites_, NameKind::site, names);
      return;
    case FilterKind::languages:
      facets["language"] = by_name(languages_, NameKind::language, names);
      return;
    case FilterKind::dates:
      break;
  }
  Counts years;
  for (auto const& [month, posts] : months_) years[month.substr(0, month.find('-', 1))] += posts;
  facets["year"] = FacetCounts(years.rbegin(), years.rend());
  facets["month"] = FacetCounts(months_.rbegin(), months_.rend());
}

}  // namespace pressmark
