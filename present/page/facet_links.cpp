// Writes each group of facets as a list of links that set or lift a filter.
#include "present/page/facet_links.h"

#include <algorithm>
#include <array>

#include "common/strings/escape_html.h"
#include "present/page/page_frame.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxValues = 12;  // of a group

struct NameGroup {
  std::string_view facet;
  std::string_view heading;
  std::vector<std::string> SearchAddress::* values;
};
constexpr auto kNameGroups = std::to_array<NameGroup>({
    {"categories", "Category", &SearchAddress::categories},
    {"author", "Author", &SearchAddress::authors},
    {"site", "Site", &SearchAddress::sites},
    {"language", "Language", &SearchAddress::languages},
});

std::string list(std::string_view heading, std::string const& items) {
  if (items.empty()) return {};
  return element("h2", "", heading) + "\n<ul>\n" + items + "</ul>\n";
}

std::string set_link(PageSite const& site, SearchAddress address, std::string const& name,
                     std::size_t count) {
  address.offset = 0;
  return "<li><a rel=\"nofollow\" href=\"" + page_link(site, address) + "\">" + escape_html(name) + "</a> " +
         element("span", "class=\"count\"", std::to_string(count)) + "</li>\n";
}

std::string lift_link(PageSite const& site, SearchAddress address, std::string const& name) {
  address.offset = 0;
  return "<li><a rel=\"nofollow\" aria-current=\"true\" href=\"" + page_link(site, address) + "\">" +
         escape_html(name) + element("span", "class=\"lift\"", " (remove)") + "</a></li>\n";
}

FacetCounts const& counts_of(SearchResults const& results, std::string_view group) {
  static FacetCounts const kNone;
  auto const found = results.facets.find(std::string(group));
  return found == results.facets.end() ? kNone : found->second;
}

std::string name_group(NameGroup const& group, SearchResults const& results, SearchAddress const& address,
                       PageSite const& site) {
  auto const& chosen = address.*group.values;
  std::string items;
  for (auto const& name : chosen) {
    auto without = address;
    std::erase(without.*group.values, name);
    items += lift_link(site, std::move(without), name);
  }
  auto const& counts = counts_of(results, group.facet);
  if (counts.size() < 2) return list(group.heading, items);  // what all have narrows nothing
  std::size_t shown = 0;
  for (auto const& [name, count] : counts) {
    if (std::ranges::find(chosen, name) != chosen.end()) continue;
    if (shown++ == kMaxValues) break;
    auto with = address;
    (with.*group.values).push_back(name);
    items += set_link(site, std::move(with), name, count);
  }
  return list(group.heading, items);
}

std::string year_group(SearchResults const& results, SearchAddress const& address, PageSite const& site) {
  std::string items;
  if (!address.from.empty() || !address.to.empty()) {
    auto without = address;
    without.from.clear();
    without.to.clear();
    items = lift_link(site, std::move(without), period_text(address));
  }
  auto counts = counts_of(results, "year");
  if (counts.size() < 2) return list("Year", items);
  std::ranges::sort(counts, std::greater(), &FacetCounts::value_type::first);
  if (counts.size() > kMaxValues) counts.resize(kMaxValues);
  for (auto const& [year, count] : counts) {
    auto with = address;
    with.from = with.to = year;
    items += set_link(site, std::move(with), year, count);
  }
  return list("Year", items);
}

}  // namespace

std::string facet_links(SearchResults const& results, SearchAddress const& address, PageSite const& site) {
  auto groups = name_group(kNameGroups.front(), results, address, site) + year_group(results, address, site);
  for (auto const& group : kNameGroups) {
    if (&group != kNameGroups.data()) groups += name_group(group, results, address, site);
  }
  if (groups.empty()) return {};
  return "<nav class=\"facets\" aria-label=\"Narrow the search\">\n" + groups + "</nav>\n";
}

}  // namespace pressmark
