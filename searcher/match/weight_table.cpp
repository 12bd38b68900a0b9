// The table of weights, and reading and naming them by it.
#include "searcher/match/weight_table.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/hash.h"
#include "common/base/nearest_name.h"

namespace pressmark {
namespace {

using Weights = RankingWeights;
using Boosts = FieldBoosts;

constexpr auto kWeights = std::to_array<WeightEntry>({
    {"bm25_k1", &Weights::bm25_k1, "how much a word's further occurrences in a post count"},
    {"bm25_b", &Weights::bm25_b, "how much a long post needs more occurrences than a short one", 0, 1},
    {"first_stage", &Weights::first_stage, "BM25 with the boosts, against the best candidate"},
    {"best_section", &Weights::best_section, "the post's best section, against the best of all"},
    {"title", &Weights::title, "share of the query that the title has"},
    {"near_title", &Weights::near_title, "how much the query is like the title as a whole"},
    {"exact_title", &Weights::exact_title, "the query is the title", 0, 100},
    {"coverage", &Weights::coverage, "share of the query that the post has"},
    {"freshness", &Weights::freshness, "how new the post is; 0 for a site whose posts do not age", 0, 1},
    {"freshness_half_life", &Weights::freshness_half_life, "days after which that is half as much", 1,
     100'000},
    {"relaxed_coverage", &Weights::relaxed_coverage,
     "share of a query of two words that a post must have where not all are wanted", 0, 1},
    {"relaxed_exponent", &Weights::relaxed_exponent, "how fast that share falls for longer queries"},
    {"section_rarity", &Weights::section_rarity,
     "how much more rare words count in a section than common ones"},
    {"section_body", &Weights::section_body, "the words in a section's text"},
    {"section_heading", &Weights::section_heading, "the words in a section's heading"},
    {"section_heading_in_sentence", &Weights::section_heading_in_sentence,
     "factor of that for a query phrased as a sentence, such as a question", 0, 1},
    {"section_heading_part", &Weights::section_heading_part,
     "a part of a compound in a section's heading, against the whole", 0, 1},
    {"section_proximity", &Weights::section_proximity,
     "neighbours of the query close together, in its order"},
    {"section_coverage", &Weights::section_coverage, "how much a section must have all words"},
    {"section_heading_only", &Weights::section_heading_only,
     "factor of sections that have the words in their heading alone", 0, 1},
    {"section_general", &Weights::section_general, "factor of introductions, summaries and conclusions"},
    {"section_saturation", &Weights::section_saturation,
     "how much a word's further occurrences in a section count", 0, 100},
    {"section_mean_words", &Weights::section_mean_words, "length in words at which that holds as stated", 1,
     10'000},
    {"occurrence_stem", &Weights::occurrence_stem, "another form of the word, against the form typed"},
    {"occurrence_joined", &Weights::occurrence_joined, "two words written as one, or one as two"},
    {"occurrence_code", &Weights::occurrence_code, "a word in code"},
    {"occurrence_heading", &Weights::occurrence_heading, "a word in a heading"},
    {"boosts.code", &Boosts::code, "a word in code, against the same word in prose"},
    {"boosts.title", &Boosts::title, "added where the title has the word", 0, 100},
    {"boosts.heading", &Boosts::heading, "added where a heading has it", 0, 100},
    {"boosts.tag", &Boosts::tag, "added where a category has it", 0, 100},
    {"boosts.slug", &Boosts::slug, "added where the URL has it", 0, 100},
    {"boosts.definition", &Boosts::definition, "added where a term that the post defines has it", 0, 100},
    {"boosts.phrase", &Boosts::phrase, "added where the words of the query stand together", 0, 100},
    {"boosts.exact_title", &Boosts::exact_title, "added where the query is the title", 0, 1000},
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
