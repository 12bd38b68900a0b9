// Counts the spellings of each key over all posts, and compares mistyped names with the keys.
#include "searcher/match/name_table.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "common/index/schema.h"
#include "common/strings/edit_distance.h"
#include "common/text/fold.h"
#include "searcher/query/dimension_fields.h"

namespace pressmark {
namespace {

// How many posts have a name, and how many in each spelling: one post may use several.
struct NameCounts {
  std::size_t posts = 0;
  std::map<std::string, std::size_t> spellings;
};

std::map<std::string, NameCounts> count_names(Xapian::Database const& database, Dimension dimension) {
  // Posts share few distinct values, so each is unpacked once.
  std::map<std::string, std::size_t> values;
  auto const slot = kDimensionFields[dimension].slot;
  auto const end = database.valuestream_end(slot);
  for (auto value = database.valuestream_begin(slot); value != end; ++value) ++values[*value];
  std::map<std::string, NameCounts> counts;
  for (auto const& [value, posts] : values) {
    auto const spellings =
        dimension == Dimension::category ? unpack_strings(value) : std::vector<std::string>{value};
    std::set<std::string> keys;
    for (auto const& spelling : spellings) {
      auto const key = filter_key(dimension, spelling);
      if (key.empty()) continue;
      counts[key].spellings[spelling] += posts;
      if (keys.insert(key).second) counts[key].posts += posts;
    }
  }
  return counts;
}

}  // namespace

std::string filter_key(Dimension dimension, std::string_view name) {
  return kDimensionFields[dimension].key(name);
}

NameTable::NameTable(Xapian::Database const& database) {
  for (auto const dimension : kNameDimensions) {
    for (auto const& [key, counts] : count_names(database, dimension)) {
      auto const commonest =
          std::max_element(counts.spellings.begin(), counts.spellings.end(),
                           [](auto const& a, auto const& b) { return a.second < b.second; });
      Name name{.spelling = dimension == Dimension::language ? key : commonest->first, .posts = counts.posts};
      names_[dimension].emplace(key, std::move(name));
    }
  }
}

std::string NameTable::spelling(Dimension dimension, std::string const& key) const {
  auto const known = names(dimension).find(key);
  return known == names(dimension).end() ? key : known->second.spelling;
}

std::vector<std::string> NameTable::near(Dimension dimension, std::string_view name,
                                         std::size_t limit) const {
  auto const key = filter_key(dimension, name);
  if (key.empty()) return {};
  // Distance, posts (negated), spelling.
  std::vector<std::tuple<std::size_t, std::size_t, std::string>> found;
  auto const tolerated = std::max<std::size_t>(1, key.size() / 3);
  for (auto const& [other, entry] : names(dimension)) {
    bool const contains = std::min(key.size(), other.size()) > 2 &&
                          (other.find(key) != std::string::npos || key.find(other) != std::string::npos);
    auto const distance = contains ? 0 : edit_distance(key, other, tolerated);
    if (distance <= tolerated) found.emplace_back(distance, ~entry.posts, entry.spelling);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> spellings;
  for (auto& [distance, posts, spelling] : found) {
    if (spellings.size() == limit) break;
    spellings.push_back(std::move(spelling));
  }
  return spellings;
}

}  // namespace pressmark
