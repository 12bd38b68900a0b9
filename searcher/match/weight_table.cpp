// The table of weights, and reading and naming them by it.
#include "searcher/match/weight_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/hash.h"
#include "common/strings/nearest_name.h"

namespace pressmark {
namespace {

using Weights = RankingWeights;
using Boosts = FieldBoosts;

constexpr auto kWeights = std::to_array<WeightEntry>({
    {"bm25_k1", &Weights::bm25_k1, "How much further occurrences of a word in a post count (BM25's k1)."},
    {"bm25_b", &Weights::bm25_b, "How many more occurrences a long post needs than a short one (BM25's b).",
     0, 1},
    {"first_stage", &Weights::first_stage,
     "The weight of BM25 with its boosts, compared with the best candidate."},
    {"best_section", &Weights::best_section,
     "The weight of the post's best section, compared with the best of all posts."},
    {"title", &Weights::title, "The weight of the share of the query that the title has."},
    {"near_title", &Weights::near_title, "The weight of how much the query is like the title as a whole."},
    {"exact_title", &Weights::exact_title, "The weight of a query that is the title.", 0, 100},
    {"coverage", &Weights::coverage, "The weight of the share of the query that the post has."},
    {"freshness", &Weights::freshness,
     "The weight of how new the post is. 0 is for a site whose posts do not age.", 0, 1},
    {"freshness_half_life", &Weights::freshness_half_life,
     "After how many days a post counts as half as new.", 1, 100'000},
    {"relaxed_coverage", &Weights::relaxed_coverage,
     "The share of a query of two words that a post must have where not all are wanted.", 0, 1},
    {"relaxed_exponent", &Weights::relaxed_exponent, "How fast that share falls for longer queries."},
    {"section_rarity", &Weights::section_rarity,
     "How much more rare words count in a section than common ones."},
    {"section_body", &Weights::section_body, "The weight of the words in a section's text."},
    {"section_heading", &Weights::section_heading, "The weight of the words in a section's heading."},
    {"section_heading_in_sentence", &Weights::section_heading_in_sentence,
     "The factor of that for a query phrased as a sentence, such as a question.", 0, 1},
    {"section_heading_part", &Weights::section_heading_part,
     "How much a part of a compound in a section's heading counts, compared with the whole.", 0, 1},
    {"section_proximity", &Weights::section_proximity,
     "The weight of neighbours in the query that are close together in a section, in the query's order."},
    {"section_coverage", &Weights::section_coverage, "How much a section must have all words of the query."},
    {"section_heading_only", &Weights::section_heading_only,
     "The factor of sections that have the words in their heading alone.", 0, 1},
    {"section_general", &Weights::section_general, "The factor of introductions, summaries and conclusions."},
    {"section_saturation", &Weights::section_saturation,
     "How much further occurrences of a word in a section count.", 0, 100},
    {"section_mean_words", &Weights::section_mean_words,
     "The length of a section, in words, at which that holds as stated.", 1, 10'000},
    {"occurrence_stem", &Weights::occurrence_stem,
     "How much another form of a word counts, compared with the form that was typed."},
    {"occurrence_joined", &Weights::occurrence_joined,
     "How much two words written as one count, or one as two."},
    {"occurrence_code", &Weights::occurrence_code, "How much a word in code counts."},
    {"occurrence_heading", &Weights::occurrence_heading, "How much a word in a heading counts."},
    {"boosts.code", &Boosts::code, "How much a word in code counts, compared with the same word in prose."},
    {"boosts.title", &Boosts::title, "What is added where the title has the word.", 0, 100},
    {"boosts.heading", &Boosts::heading, "What is added where a heading has the word.", 0, 100},
    {"boosts.tag", &Boosts::tag, "What is added where a category has the word.", 0, 100},
    {"boosts.slug", &Boosts::slug, "What is added where the URL has the word.", 0, 100},
    {"boosts.definition", &Boosts::definition,
     "What is added where a term that the post defines has the word.", 0, 100},
    {"boosts.phrase", &Boosts::phrase, "What is added where the words of the query stand together.", 0, 100},
    {"boosts.exact_title", &Boosts::exact_title, "What is added where the query is the title.", 0, 1000},
});
// A weight without a name could not be set, nor would its value be part of the hash.
static_assert(sizeof(RankingWeights) == kWeights.size() * sizeof(double) + sizeof(RankingWeights::evergreen));

[[noreturn]] void refuse_unknown(std::string const& name, Origin const& origin) {
  std::vector<std::string> names;
  for (auto const& entry : kWeights) names.emplace_back(entry.name);
  auto const hint = did_you_mean(name, names);
  throw bad_setting(origin, "ranking has no weight \"" + name + '"',
                    hint.empty() ? "pressmark config show lists all" : hint);
}

}  // namespace

std::span<WeightEntry const> weight_table() noexcept {
  return kWeights;
}

RankingWeights apply_weights(NumberSettings const& settings) {
  RankingWeights weights;
  for (auto const& [name, setting] : settings) {
    auto const* const entry = std::ranges::find(kWeights, name, &WeightEntry::name);
    if (entry == kWeights.end()) refuse_unknown(name, setting.origin);
    // Written so that it refuses what is no number, too.
    if (!(setting.value >= entry->least && setting.value <= entry->most)) {
      throw bad_setting(setting.origin, "ranking." + name + " is a number from " + number_text(entry->least) +
                                            " to " + number_text(entry->most) + ", not " +
                                            number_text(setting.value));
    }
    entry->member.in(weights) = setting.value;
  }
  return weights;
}

std::string weights_hash(RankingWeights const& weights) {
  constexpr std::size_t kDigits = 8;
  RankingWeights const defaults;
  std::string changed;
  for (auto const& entry : kWeights) {
    auto const value = entry.member.in(weights);
    if (value == entry.member.in(defaults)) continue;
    changed.append(entry.name).append("=").append(number_text(value)) += '\n';
  }
  for (auto const& category : weights.evergreen) changed += "evergreen=" + category + '\n';
  return changed.empty() ? changed : stable_hash({changed}).substr(0, kDigits);
}

}  // namespace pressmark
