// Counts the spellings of each key over all posts, and compares mistyped names with the keys.
#include "searcher/match/name_table.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "common/index/schema.h"
#include "common/strings/edit_distance.h"
#include "common/text/fold.h"
#include "common/text/language.h"

namespace pressmark {
namespace {

// How many posts have a name, and how many in each spelling: one post may use several.
struct NameCounts {
  std::size_t posts = 0;
  std::map<std::string, std::size_t> spellings;
};

unsigned slot_of(NameKind kind) {
  switch (kind) {
    case NameKind::category:
      return slot::kCategories;
    case NameKind::author:
      return slot::kAuthor;
    case NameKind::site:
      return slot::kSite;
    case NameKind::language:
      break;
  }
  return slot::kLanguage;
}

std::map<std::string, NameCounts> count_names(Xapian::Database const& database, NameKind kind) {
  // Posts share few distinct values, so each is unpacked once.
  std::map<std::string, std::size_t> values;
  auto const end = database.valuestream_end(slot_of(kind));
  for (auto value = database.valuestream_begin(slot_of(kind)); value != end; ++value) ++values[*value];
  std::map<std::string, NameCounts> counts;
  for (auto const& [value, posts] : values) {
    auto const spellings =
        kind == NameKind::category ? unpack_strings(value) : std::vector<std::string>{value};
    std::set<std::string> keys;
    for (auto const& spelling : spellings) {
      auto const key = filter_key(kind, spelling);
      if (key.empty()) continue;
      counts[key].spellings[spelling] += posts;
      if (keys.insert(key).second) counts[key].posts += posts;
    }
  }
  return counts;
}

}  // namespace

std::string filter_key(NameKind kind, std::string_view name) {
  return kind == NameKind::language ? primary_language(name) : name_key(name);
}

NameTable::NameTable(Xapian::Database const& database) {
  for (auto const kind : {NameKind::category, NameKind::author, NameKind::site, NameKind::language}) {
    for (auto const& [key, counts] : count_names(database, kind)) {
      auto const commonest =
          std::max_element(counts.spellings.begin(), counts.spellings.end(),
                           [](auto const& a, auto const& b) { return a.second < b.second; });
      Name name{.spelling = kind == NameKind::language ? key : commonest->first, .posts = counts.posts};
      names_[static_cast<std::size_t>(kind)].emplace(key, std::move(name));
    }
  }
}

std::string NameTable::spelling(NameKind kind, std::string const& key) const {
  auto const known = names(kind).find(key);
  return known == names(kind).end() ? key : known->second.spelling;
}

std::vector<std::string> NameTable::near(NameKind kind, std::string_view name, std::size_t limit) const {
  auto const key = filter_key(kind, name);
  if (key.empty()) return {};
  // Distance, posts (negated), spelling.
  std::vector<std::tuple<std::size_t, std::size_t, std::string>> found;
  auto const tolerated = std::max<std::size_t>(1, key.size() / 3);
  for (auto const& [other, entry] : names(kind)) {
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
