// Orders groups of facets.
#include "present/facet_order.h"

#include <algorithm>

namespace pressmark {

std::vector<std::string> facet_order(std::map<std::string, FacetCounts> const& facets) {
  std::vector<std::string> order{"categories", "year", "month", "author", "site", "language"};
  std::erase_if(order, [&](std::string const& group) { return !facets.contains(group); });
  auto const usual = order;
  for (auto const& [group, counts] : facets) {
    if (std::ranges::find(usual, group) == usual.end()) order.push_back(group);
  }
  return order;
}

}  // namespace pressmark
