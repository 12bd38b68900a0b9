// The weights of ranking by name: what each means, and what it may be.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/base/setting.h"
#include "searcher/match/ranking_weights.h"

namespace pressmark {

// A member of RankingWeights or of its boosts.
class WeightMember {
 public:
  constexpr WeightMember(double RankingWeights::* member) : weight_(member) {}
  constexpr WeightMember(double FieldBoosts::* member) : boost_(member) {}

  [[nodiscard]] double& in(RankingWeights& weights) const {
    return weight_ != nullptr ? weights.*weight_ : weights.boosts.*boost_;
  }
  [[nodiscard]] double in(RankingWeights const& weights) const {
    return weight_ != nullptr ? weights.*weight_ : weights.boosts.*boost_;
  }

 private:
  double RankingWeights::* weight_ = nullptr;
  double FieldBoosts::* boost_ = nullptr;
};

struct WeightEntry {
  std::string_view name;  // below [ranking]: "title", "boosts.title"
  WeightMember member;
  std::string_view meaning;
  double least = 0;
  double most = 10;
};

// Every number among the weights, those of the boosts last.
[[nodiscard]] std::span<WeightEntry const> weight_table() noexcept;

// The default weights (and no evergreen category) with `settings` put in. Throws Error{bad_configuration}
// that names the place of a setting that no weight has, with the nearest that one has, or that is out of its
// range.
[[nodiscard]] RankingWeights apply_weights(NumberSettings const& settings);

// Eight hexadecimal digits that differ between weights that differ; empty for the default ones.
[[nodiscard]] std::string weights_hash(RankingWeights const& weights);

}  // namespace pressmark
