// What each route answers: pure functions from a search to a document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/time.h"
#include "common/query_log/answered_search.h"
#include "present/page/results_page.h"
#include "present/page/search_address.h"
#include "searcher/searcher.h"

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
  SharedSearch search{};  // for the query log; nothing for what is no search
};

// What handlers work with. `searcher` belongs to the thread that calls.
struct Workplace {
  Searcher& searcher;
  PageSite const& site;
  Timestamp now;
};

// Each throws what Searcher throws.
[[nodiscard]] Document search_page(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document search_answer(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document suggest_answer(SearchAddress const& address, Workplace const& at);
[[nodiscard]] Document facets_answer(SearchAddress const& address, Workplace const& at);

}  // namespace pressmark
