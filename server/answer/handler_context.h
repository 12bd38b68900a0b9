// The context in which handlers search.
#pragma once

#include <optional>

#include "common/base/time.h"
#include "common/base/time_limit.h"
#include "present/address/page_site.h"
#include "searcher/searcher.h"

namespace pressmark {

// `searcher` belongs to the thread that calls.
struct HandlerContext {
  Searcher& searcher;
  PageSite const& site;
  Timestamp now;
  std::optional<Deadline> deadline;  // of each search
};

// Searches for as long as there is time. Throws what Searcher throws.
[[nodiscard]] SearchResults search_at(HandlerContext const& at, SearchRequest request);

}  // namespace pressmark
