// The indexes there are, as Meilisearch's API tells of them: all posts, and those of each site.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pressmark {

struct IndexSummary {
  std::string uid;
  std::size_t posts = 0;
};

// GET /indexes/{uid}. When it was made and changed is not known: null.
[[nodiscard]] std::string index_answer(IndexSummary const& index);

// GET /indexes: those from `offset` on, at most `limit`.
[[nodiscard]] std::string indexes_answer(std::vector<IndexSummary> const& indexes, std::size_t offset,
                                         std::size_t limit);

// GET /indexes/{uid}/stats: every post has every attribute, be it null.
[[nodiscard]] std::string index_stats_answer(IndexSummary const& index);

// GET /stats. Sizes are not known: null.
[[nodiscard]] std::string stats_answer(std::vector<IndexSummary> const& indexes);

}  // namespace pressmark
