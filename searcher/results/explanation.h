// Why a post stands where it stands in an answer, or why it is not in it: plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/results/score_part.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// A word of the index that matches a word of the query in this post.
struct MatchedForm {
  std::string text;
  std::string_view kind;  // "as typed", "same stem", "written as one" or "beginning"
  std::vector<std::pair<std::string_view, std::size_t>> counts;  // by field, in the field table's order
};

// A word, phrase or beginning of the query as it was read, beside what the post has of it.
struct ExplainedWord {
  std::string text;
  bool set_aside = false;  // a stop word, left out while there are others
  std::size_t posts = 0;   // about how many posts have it
  double weight = 0;       // how much it tells: its inverse document frequency
  std::vector<MatchedForm> forms;
  bool defined = false;           // the post defines it
  std::vector<std::string> near;  // words of the post that are spelled nearly so, where it lacks this one
};

struct ExplainedSection {
  std::string heading;
  std::string url;
  bool asked_for = false;  // the URL of the question names it
  double score = 0;        // the sum of `parts` times the product of `factors`
  std::vector<ScorePart> parts;
  std::vector<ScoreFactor> factors;
};

// A post of the answer with its score.
struct RankedPost {
  std::size_t rank = 0;  // from 1
  std::string url;
  std::string title;
  double score = 0;              // as in the answer: relative to the best
  bool has_all_words = false;    // stands before all that lack a word, where there are such
  std::vector<ScorePart> parts;  // their sum gives `score`; empty where the second stage did not rank it
};

// Part of the first stage's score: a word of the query, or what a field or a phrase adds.
struct FirstStagePart {
  std::string name;
  double score = 0;
};

enum class ObstacleKind : std::uint8_t {
  word,
  category,
  author,
  site,
  language,
  date,
  literal,     // the post has the words of quoted code, but not character by character
  coverage,    // the post has too little of the query
  candidates,  // only the best by the first stage are looked at
  window,      // it matches, but stands farther down than any page goes
  unreadable,  // the query has nothing that can be searched
};

// The reasons that keep a post out of an answer.
struct Obstacle {
  ObstacleKind kind = ObstacleKind::word;
  bool excluded = false;  // the query does not want what it asks for
  // Words, names, or first and last day (empty where open); of coverage the words the post lacks.
  std::vector<std::string> asked;
  // What the post has: its names, its day, words near to one it lacks; of an excluded word the
  // fields it is in.
  std::vector<std::string> found;
  double value = 0;  // of coverage: the post's share of the query's weight
  double limit = 0;  // of coverage: the share it needs; of candidates and window: posts looked at
};

struct Explanation {
  std::string query;
  std::string id;
  std::string url;
  std::string title;

  std::size_t rank = 0;  // in the whole answer, from 1; 0 if the post is not in it
  std::size_t total = 0;
  bool exact_total = true;
  std::size_t all_words_total = 0;  // as in SearchResults
  bool by_date = false;             // the answer is not ordered by score
  Relaxation relaxation = Relaxation::none;
  std::vector<Relaxation> tried;  // readings that found nothing, in their order
  std::optional<std::string> corrected_query;
  std::optional<std::string> did_you_mean;
  std::vector<ExplainedWord> words;  // of the reading that was answered

  // Of a post in the answer:
  RankedPost ranked;
  std::vector<FirstStagePart> first_stage;  // most first; empty where nothing was weighed
  std::vector<ExplainedSection> sections;   // those with words of the query, best first
  std::vector<RankedPost> above;            // the nearest last; at most three

  // Of one that is not, at least one:
  std::vector<Obstacle> obstacles;

  std::vector<QueryWarning> warnings;
  std::string version;
};

}  // namespace pressmark
