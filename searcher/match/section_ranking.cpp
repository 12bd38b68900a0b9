// A section scores by saturated counts, its heading and the closeness of units, times its coverage.
#include "searcher/match/section_ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pressmark {
namespace {

constexpr std::uint32_t kNowhere = 0xffffffff;

// The share of a heading's score that does not depend on the heading's length: one word of three already
// says what the section is about.
constexpr double kHeadingOfAnyLength = 0.75;
// The share that a heading earns as far as it has no other words than the query's, since a short heading
// says more clearly what its section is about.
constexpr double kHeadingWithoutOtherWords = 0.25;

// The occurrences of one region, as an iterator pair.
struct Region {
  std::vector<Occurrence>::const_iterator begin;
  std::vector<Occurrence>::const_iterator end;
  [[nodiscard]] bool empty() const { return begin == end; }
};

Region within(std::vector<Occurrence> const& occurrences, PositionRange range) {
  auto const before = [](Occurrence const& occurrence, std::uint32_t position) {
    return occurrence.position < position;
  };
  auto const begin = std::lower_bound(occurrences.begin(), occurrences.end(), range.begin, before);
  return {begin, std::lower_bound(begin, occurrences.end(), range.end, before)};
}

// How much each unit of a query counts, and all that count together. Stop words count only where
// there is nothing else.
class UnitWeights {
 public:
  // `rarity`: the exponent of a unit's weight; 1 takes it as it is, 0 makes all units equal.
  UnitWeights(QueryPlan const& plan, double rarity) {
    for (auto const& unit : plan.units) weights_.push_back(std::pow(std::max(unit.weight, 1e-6), rarity));
    for (std::size_t unit = 0; unit < weights_.size(); ++unit)
      total_ += plan.units[unit].stop_word ? 0 : weights_[unit];
    if (total_ <= 0) total_ = std::accumulate(weights_.begin(), weights_.end(), 1e-6);
  }
  [[nodiscard]] double of(std::size_t unit) const { return weights_[unit]; }
  [[nodiscard]] double total() const { return total_; }

 private:
  std::vector<double> weights_;
  double total_ = 0;
};

// The units that occur in `region`.
std::vector<bool> units_in(Region region, std::size_t units) {
  std::vector<bool> found(units);
  for (auto it = region.begin; it != region.end; ++it) found[it->unit] = true;
  return found;
}

double share(std::vector<bool> const& units, UnitWeights const& weights) {
  double sum = 0;
  for (std::size_t unit = 0; unit < units.size(); ++unit) sum += units[unit] ? weights.of(unit) : 0;
  return std::min(1.0, sum / weights.total());
}

// The number of text words a unit covers.
std::size_t words_of(PlannedUnit const& unit) {
  return std::max<std::size_t>(1, unit.part_stems.size());
}

// How nearly the query is the title: the words that they share, against those of both (Dice 1945), where
// that is more than what two texts on one topic have. The stop words of the query have no occurrences;
// they are taken to be in the title.
double likeness(QueryPlan const& plan, Region title, PositionRange range) {
  // Two titles on one topic easily share this much. Only what is beyond it says that they are the same.
  static constexpr double kSameTopic = 0.6;
  std::size_t query_words = 0;
  std::size_t stop_words = 0;
  for (auto const& unit : plan.units) {
    query_words += words_of(unit);
    stop_words += unit.stop_word ? 1 : 0;
  }
  std::size_t shared = 0;
  auto last = kNowhere;
  for (auto it = title.begin; it != title.end; ++it) {
    shared += it->position == last ? 0 : 1;
    last = it->position;
  }
  if (shared == 0) return 0;
  std::size_t const title_words = range.end - range.begin;
  shared = std::min({shared + stop_words, query_words, title_words});
  auto const alike = 2.0 * static_cast<double>(shared) / static_cast<double>(query_words + title_words);
  return std::max(0.0, (alike - kSameTopic) / (1 - kSameTopic));
}

// Scores the sections of one post for one query; buffers are kept between sections.
class SectionScorer {
 public:
  SectionScorer(QueryPlan const& plan, RankingWeights const& weights)
      : plan_(plan),
        weights_(weights),
        unit_weights_(plan, weights.section_rarity),
        heading_weight_(weights.section_heading *
                        (is_sentence(plan) ? weights.section_heading_in_sentence : 1.0)),
        frequency_(plan.units.size()),
        in_heading_(plan.units.size()),
        last_position_(plan.units.size()) {}

  SectionScore score(std::size_t index, SectionOutline const& section, Region region,
                     std::vector<PartMention> const& mentions) {
    count(section, region);
    auto const mentioned = parts_in_heading(section, mentions);
    SectionScore result;
    result.section = index;
    double body = 0;
    double heading = 0;
    double heading_words = 0;
    auto const length = 0.5 + 0.5 * section.words / weights_.section_mean_words;
    for (std::size_t unit = 0; unit < plan_.units.size(); ++unit) {
      if (frequency_[unit] <= 0) continue;
      auto const weight = unit_weights_.of(unit);
      body += weight * frequency_[unit] / (frequency_[unit] + weights_.section_saturation * length);
      result.coverage += weight;
      auto const in_heading = in_heading_[unit] ? 1.0 : weights_.section_heading_part * mentioned[unit];
      heading += weight * in_heading;
      heading_words += in_heading;
    }
    auto const heading_length = std::max<double>(1, section.heading.end - section.heading.begin);
    heading =
        std::sqrt(heading / unit_weights_.total()) *
        (kHeadingOfAnyLength + kHeadingWithoutOtherWords * std::min(1.0, heading_words / heading_length));
    result.coverage /= unit_weights_.total();
    result.parts = {{{"body", body / unit_weights_.total(), weights_.section_body},
                     {"heading", heading, heading_weight_},
                     {"proximity", proximity(region), weights_.section_proximity}}};
    result.factors = {{{"coverage", std::pow(result.coverage, weights_.section_coverage)},
                       {"general heading", section.general ? weights_.section_general : 1.0},
                       {"heading only", in_body_ ? 1.0 : weights_.section_heading_only * result.coverage}}};
    result.score = add_up(result.parts);
    for (auto const& factor : result.factors) result.score *= factor.value;
    return result;
  }

 private:
  // Of each compound the share of its parts that the section's own heading has.
  [[nodiscard]] std::vector<double> parts_in_heading(SectionOutline const& section,
                                                     std::vector<PartMention> const& mentions) const {
    std::vector<double> shares(plan_.units.size());
    for (auto const& mention : mentions) {
      if (!section.heading.contains(mention.position)) continue;
      auto const parts = std::max<std::size_t>(1, plan_.units[mention.unit].heading_parts.size());
      shares[mention.unit] = std::min(1.0, shares[mention.unit] + 1.0 / static_cast<double>(parts));
    }
    return shares;
  }

  void count(SectionOutline const& section, Region region) {
    std::fill(frequency_.begin(), frequency_.end(), 0.0);
    std::fill(in_heading_.begin(), in_heading_.end(), false);
    std::fill(last_position_.begin(), last_position_.end(), kNowhere);
    in_body_ = false;
    auto inner = section.inner_headings.begin();
    for (auto it = region.begin; it != region.end; ++it) {
      if (!it->leads || last_position_[it->unit] == it->position) continue;
      last_position_[it->unit] = it->position;
      while (inner != section.inner_headings.end() && inner->end <= it->position) ++inner;
      bool const own_heading = section.heading.contains(it->position);
      bool const heading =
          own_heading || (inner != section.inner_headings.end() && inner->contains(it->position));
      if (own_heading) in_heading_[it->unit] = true;
      in_body_ = in_body_ || !own_heading;
      frequency_[it->unit] += value(plan_.forms[it->form]) * (heading ? weights_.occurrence_heading : 1.0);
    }
  }

  [[nodiscard]] double value(PlannedForm const& form) const {
    if (form.code) return weights_.occurrence_code;
    switch (form.kind) {
      case FormKind::stem:
        return weights_.occurrence_stem;
      case FormKind::joined:
        return weights_.occurrence_joined;
      default:
        return 1.0;
    }
  }

  // Closeness of neighbouring units of the query, 0 to 1: one over the smallest distance, less
  // where the order is not the query's.
  double proximity(Region region) {
    double sum = 0;
    double weight_sum = 0;
    std::size_t previous = plan_.units.size();
    for (std::size_t unit = 0; unit < plan_.units.size(); ++unit) {
      if (plan_.units[unit].stop_word) continue;
      if (previous < plan_.units.size()) {
        auto const weight = unit_weights_.of(previous) + unit_weights_.of(unit);
        weight_sum += weight;
        if (frequency_[previous] > 0 && frequency_[unit] > 0)
          sum += weight * closeness(region, previous, unit);
      }
      previous = unit;
    }
    return weight_sum > 0 ? sum / weight_sum : 0;
  }

  static double closeness(Region region, std::size_t first, std::size_t second) {
    // Words in the other order mostly say the same, but not always.
    static constexpr double kWrongOrder = 0.6;
    double best = 0;
    auto last_first = kNowhere;
    auto last_second = kNowhere;
    for (auto it = region.begin; it != region.end; ++it) {
      if (it->unit == first) {
        last_first = it->position;
        if (last_second != kNowhere)
          best = std::max(best, kWrongOrder / std::max(1u, last_first - last_second));
      } else if (it->unit == second) {
        last_second = it->position;
        // Both are at one place where a joined form covers the two words.
        if (last_first != kNowhere) best = std::max(best, 1.0 / std::max(1u, last_second - last_first));
      }
    }
    return best;
  }

  QueryPlan const& plan_;
  RankingWeights const& weights_;
  UnitWeights unit_weights_;
  double heading_weight_;  // the answer to a question need not be under a heading with its words
  std::vector<double> frequency_;
  std::vector<bool> in_heading_;
  std::vector<std::uint32_t> last_position_;
  bool in_body_ = false;  // a unit occurs outside the section's own heading
};

}  // namespace

PostScore score_post(QueryPlan const& plan, std::vector<Occurrence> const& occurrences,
                     std::vector<PartMention> const& mentions, Outline const& outline,
                     RankingWeights const& weights) {
  PostScore post;
  auto const units = plan.units.size();
  UnitWeights const unit_weights(plan, 1);
  post.units = units_in({occurrences.begin(), occurrences.end()}, units);
  post.coverage = share(post.units, unit_weights);
  auto const title = within(occurrences, outline.title);
  post.title = share(units_in(title, units), unit_weights);
  post.near_title = likeness(plan, title, outline.title);
  SectionScorer scorer(plan, weights);
  post.title_only = within(occurrences, outline.summary).empty();
  for (std::size_t i = 0; i < outline.sections.size(); ++i) {
    auto const region = within(occurrences, outline.sections[i].all);
    if (region.empty()) continue;
    post.title_only = false;
    post.sections.push_back(scorer.score(i, outline.sections[i], region, mentions));
  }
  std::stable_sort(post.sections.begin(), post.sections.end(),
                   [](SectionScore const& a, SectionScore const& b) { return a.score > b.score; });
  if (!post.sections.empty()) post.best_section = post.sections.front().score;
  return post;
}

}  // namespace pressmark
