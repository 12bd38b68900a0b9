// Search results made by hand, for the tests of their presentations.
#pragma once

#include <chrono>

#include "searcher/results/search_results.h"

namespace pressmark {

// Two posts of seven: one with all a post can have, one with next to nothing.
inline SearchResults sample_results() {
  using namespace std::chrono;
  Hit full;
  full.id = "0123456789abcdef0123456789abcdef";
  full.url = "https://example.org/2026/ledger";
  full.title = {"Der Größenwahn <of> ledgers", {{4, 16}}};
  full.author = "Ada Writer";
  full.site = "example.org";
  full.language = "en";
  full.published = sys_days{2026y / April / 3} + 5h + 28min + 30s;
  full.categories = {"Storage", "Ledgers & more"};
  full.image = "https://example.org/ledger.png";
  full.summary = "Why ledgers grow.";
  full.score = 0.932149;
  full.sections = {
      {{"Growing pains", {{0, 7}}},
       "growth",
       "https://example.org/2026/ledger#growth",
       {"🚀 ledgers \"grow\" without end", {{5, 12}}}},
      {{"Takeaways", {}},
       "takeaways",
       "https://example.org/2026/ledger#takeaways",
       {"Prune ledgers early", {{6, 13}}}},
  };
  Hit bare;
  bare.id = "fedcba9876543210fedcba9876543210";
  bare.url = "https://example.org/bare";
  bare.score = 0.5;

  SearchResults results;
  results.query = "größe ledger";
  results.hits = {full, bare};
  results.limit = 2;
  results.total = 7;
  results.processing_ms = 1.4;
  results.version = "0001-5-abc";
  return results;
}

}  // namespace pressmark
