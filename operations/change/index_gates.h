// What a new index must be before it is published.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/time.h"
#include "common/config/configured_job.h"
#include "indexer/write/index_writer.h"
#include "searcher/evaluate/evaluate.h"
#include "searcher/match/ranking_weights.h"

namespace pressmark {

// The names by which people let a gate pass, beside those of sources (operations/intake/source_gates.h).
inline constexpr std::string_view kPostsGate = "posts";
inline constexpr std::string_view kJudgementsGate = "judgements";
inline constexpr std::string_view kMustFindGate = "must-find";

struct GateReport {
  std::string name;
  bool has_passed = true;
  bool is_accepted = false;  // it let pass although it had not passed
  std::string detail;        // a sentence with figures
};

// The gates of one run, with the files that they need.
class IndexGates {
 public:
  // Throws Error{bad_configuration} where a file cannot be read or has a fault.
  IndexGates(ConfiguredGates const& settings, RankingWeights const& weights,
             std::vector<std::string> accepted);

  // Judges `pending`, where there were `posts_before` posts. Throws Error{gate_failed} for the first gate
  // that neither passes nor is accepted, when all have been asked.
  void judge(Xapian::Database const& pending, std::size_t posts_before, Timestamp now);

  // Of the last judge().
  [[nodiscard]] std::vector<GateReport> const& reports() const noexcept { return reports_; }

 private:
  void judge_answers(Xapian::Database const& pending, Timestamp now);
  void add(std::string_view name, bool has_passed, std::string detail);

  ConfiguredGates settings_;
  RankingWeights weights_;
  std::vector<std::string> accepted_;
  std::vector<JudgedQuery> judged_;
  std::vector<JudgedQuery> must_find_;
  std::vector<GateReport> reports_;
};

// Every name that --accept knows.
[[nodiscard]] std::vector<std::string> gate_names();

}  // namespace pressmark
