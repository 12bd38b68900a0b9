// A hit as a flat document, with the client's marks.
#pragma once

#include "present/json/json.h"
#include "present/meilisearch/view.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// The hit's retrieved attributes; with `_formatted`, `_matchesPosition` and `_rankingScore` where
// they are wanted.
[[nodiscard]] Json flat_document(Hit const& hit, MeilisearchView const& view);

}  // namespace pressmark
