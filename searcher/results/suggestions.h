// What suggesting returns: plain values, ready for any presentation.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/results/search_results.h"

namespace pressmark {

enum class SuggestionKind { title, heading, category };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::title;
  HighlightedText text;   // what the reader typed stands out
  std::string url;        // of the post or section; empty for a category
  std::string context;    // the post's title for a heading, empty otherwise
  std::size_t posts = 0;  // of a category
};

// Titles, then headings, then categories; within a kind the likeliest first.
struct Suggestions {
  std::string query;
  std::vector<Suggestion> items;
  std::string version;
};

}  // namespace pressmark
