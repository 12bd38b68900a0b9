// A search as the parameters of a request ask for it.
#pragma once

#include <cstddef>
#include <vector>

#include "common/base/result.h"
#include "common/base/time.h"
#include "present/address/search_address.h"
#include "searcher/searcher.h"
#include "server/http/parameters.h"

namespace pressmark {

// No page goes farther than this many posts.
inline constexpr std::size_t kMaxWebWindow = 1'000;

// No answer shows more sections of a post.
inline constexpr std::size_t kMaxWebSections = 100;

// Reads q (or s, if there is no q), page, limit, offset, sections, sort, category, author, site,
// lang, from, to and facets; empty values and other names do not count, and what is not said is as
// usual. `now` is what relative dates count from. What is wrong is a Problem whose `where` is the
// parameter's name.
[[nodiscard]] Result<SearchAddress> read_search_address(std::vector<Parameter> const& parameters,
                                                        Timestamp now,
                                                        UsualSearch const& usual = kResultsPage.usual);

[[nodiscard]] SearchRequest search_request(SearchAddress const& address);

}  // namespace pressmark
