// What a search returns: plain values, ready for any presentation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"

namespace pressmark {

// Half-open range of bytes in the text beside it, on UTF-8 boundaries. Ranges are sorted and
// do not overlap.
struct Highlight {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(Highlight const&, Highlight const&) = default;
};

// Plain text with what matched in it; whoever prints it escapes it.
struct HighlightedText {
  std::string text;
  std::vector<Highlight> highlights;
  friend bool operator==(HighlightedText const&, HighlightedText const&) = default;
};

// A section of a post, with the words around the match.
struct SectionHit {
  HighlightedText heading;
  std::string anchor;
  std::string url;  // the post's URL with the anchor
  HighlightedText snippet;
};

struct Hit {
  std::string id;
  std::string url;
  HighlightedText title;
  std::string author;
  std::string site;
  std::string language;
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::vector<std::string> categories;
  std::string image;
  std::string summary;
  std::vector<SectionHit> sections;  // the best landing place first
  double score = 0;                  // 0 to 1, comparable within one answer
};

// Something odd about the query that was read as well as possible. `begin` and `end` are bytes
// of the query as given.
struct QueryWarning {
  std::string message;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A step that widened the search because too little was found.
enum class Relaxation { none, prefix, typo, fewer_words };

// Counts per value, most frequent first.
using FacetCounts = std::vector<std::pair<std::string, std::size_t>>;

struct SearchResults {
  std::string query;
  std::vector<Hit> hits;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::size_t total = 0;
  bool exact_total = true;
  std::size_t all_words_total = 0;  // posts with all words, where others follow that have fewer; else 0
  double processing_ms = 0;
  double passages_ms = 0;  // the part of it for sections and snippets
  Relaxation relaxation = Relaxation::none;
  std::vector<std::string> missing_words;      // dropped by fewer_words
  std::optional<std::string> corrected_query;  // searched instead
  std::optional<std::string> did_you_mean;     // offered, not searched
  std::vector<QueryWarning> warnings;
  std::map<std::string, FacetCounts> facets;  // by group: categories, year, month, author, site, language
  bool partial = false;
  std::string version;  // of the index and the configuration
};

}  // namespace pressmark
