// What each route answers: pure functions from a search to a document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.h"
#include "common/base/time_limit.h"
#include "common/query_log/answered_search.h"
#include "present/address/search_address.h"
#include "present/page/results_page.h"
#include "searcher/searcher.h"
#include "server/answer/stage_times.h"

namespace pressmark {

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";
inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kProblemJson = "application/problem+json";

// An answer before HTTP: what it says, and of which version of the index.
struct Document {
  std::string body;
  std::string version;
  bool found = true;  // false for a search that found nothing
  int status = 200;
  bool is_partial = false;  // another time there may be more to it
  SharedSearch search{};    // for the query log; nothing for what is no search of a reader
  StageTimes stages{};      // of the search, as far as its handler knows
};

// What is said about `results`; `manner` is how a reader asked, nothing where it was no reader.
[[nodiscard]] Document document_about(SearchResults const& results, std::string body,
                                      std::optional<SearchManner> manner = std::nullopt);

// What handlers work with. `searcher` belongs to the thread that calls.
struct Workplace {
  Searcher& searcher;
  PageSite const& site;
  Timestamp now;
  std::optional<Deadline> deadline;  // of each search
};

// Searches for as long as there is time. Throws what Searcher throws.
[[nodiscard]] SearchResults search_at(Workplace const& at, SearchRequest request);

// Each throws what Searcher throws.
[[nodiscard]] Document search_page(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document search_answer(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document suggest_answer(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document facets_answer(SearchAddress const& address, Workplace const& at);

}  // namespace pressmark
