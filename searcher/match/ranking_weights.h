// The weights of ranking: one table for both stages. docs/relevance.md says where they come from.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/field_boosts.h"

namespace pressmark {

struct RankingWeights {
  // First stage: BM25 over stems (Robertson and Zaragoza 2009, §3).
  double bm25_k1 = 2.0;
  double bm25_b = 0.8;
  FieldBoosts boosts;

  // Second stage: parts of a post's score, each between 0 and 1 before its weight.
  double first_stage = 0.75;  // BM25 and boosts, relative to the best candidate
  double best_section = 1.0;  // the best section's score, relative to the best of all candidates
  double title = 0.6;         // share of the query's weight that the title has
  double near_title = 0.2;    // the query is nearly the title
  double exact_title = 10.0;  // the query is the title
  double coverage = 1.2;      // share of the query's weight that the post has

  // What the newest post gains. A post that is one half-life older gains half of it, and so on. 0 suits a
  // site whose posts do not age.
  double freshness = 0.02;
  double freshness_half_life = 730.0;  // days
  std::vector<std::string> evergreen;  // categories whose posts are as if new for ever

  // Least share of a query's weight that a post must have where not all words are wanted: of a
  // query of n words, relaxed_coverage * (2 / n) ^ relaxed_exponent.
  double relaxed_coverage = 0.55;
  double relaxed_exponent = 1.4;

  // Parts of a section's score.
  double section_rarity = 0.3;  // exponent of a word's inverse document frequency
  double section_body = 2.0;
  double section_heading = 1.6;
  double section_heading_in_sentence = 0.2;  // factor of that for queries phrased as a sentence
  double section_heading_part = 0.5;  // a heading that has parts of a compound, against one that has it whole
  double section_proximity = 1.0;
  double section_coverage = 0.12;     // exponent: how much a section must have all words
  double section_heading_only = 0.8;  // factor of sections that have the words in their heading alone
  double section_general = 0.7;       // factor of introductions, summaries and conclusions

  // How much an occurrence counts.
  double occurrence_stem = 0.15;  // another form of the word
  double occurrence_joined = 0.95;
  double occurrence_code = 0.7;
  double occurrence_heading = 2.4;
  double section_saturation = 2.5;    // k1 within sections
  double section_mean_words = 240.0;  // length at which saturation is as stated
};

}  // namespace pressmark
