// Implements the readings of the ladder.
#include "searcher/match/relaxation.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "searcher/match/spelling.h"

namespace pressmark {
namespace {

// Shorter beginnings stand for too many words.
constexpr std::size_t kMinPrefixBytes = 3;

// Replaces the unknown words of a query, node by node beside the plan's units.
class WordCorrector {
 public:
  WordCorrector(QueryPlan const& plan, Xapian::Database const& database, TimeLimit& time)
      : plan_(plan), database_(database), time_(time) {}

  std::optional<RelaxedQuery> run(std::vector<QueryNode> wanted) {
    for (auto& node : wanted) visit(node);
    if (hopeless_ || corrections_.empty()) return std::nullopt;
    return RelaxedQuery{std::move(wanted), std::move(corrections_)};
  }

 private:
  void visit(QueryNode& node) {
    if (node.kind == NodeKind::all || node.kind == NodeKind::any) {
      for (auto& child : node.children) visit(child);
      return;
    }
    auto const& unit = plan_.units[next_++];
    if (unit.frequency > 0 || unit.stop_word || node.kind == NodeKind::phrase || hopeless_) return;
    correct(node.words.front());
  }

  void correct(QueryWord& word) {
    auto const& text = word.joined.empty() ? word.parts.front() : word.joined;
    // Numbers and versions are not misspelt words.
    bool const has_digit = std::any_of(text.begin(), text.end(), is_digit);
    auto const nearest = has_digit ? std::nullopt : correct_spelling(database_, text, time_);
    if (!nearest) {
      hopeless_ = true;
      return;
    }
    // A word may stand in two readings of itself.
    if (corrections_.empty() || corrections_.back().begin != word.begin) {
      corrections_.push_back({word.begin, word.end, *nearest});
    }
    word.text = *nearest;
    word.parts = {*nearest};
    word.joined.clear();
  }

  QueryPlan const& plan_;
  Xapian::Database const& database_;
  TimeLimit& time_;
  std::size_t next_ = 0;
  bool hopeless_ = false;
  std::vector<Correction> corrections_;
};

}  // namespace

std::optional<RelaxedQuery> complete_last_word(std::vector<QueryNode> const& wanted) {
  if (wanted.empty() || wanted.back().kind != NodeKind::word) return std::nullopt;
  auto const& word = wanted.back().words.front();
  if (word.parts.size() != 1 || word.parts.front().size() < kMinPrefixBytes) return std::nullopt;
  RelaxedQuery relaxed{.wanted = wanted, .corrections = {}};
  relaxed.wanted.back().kind = NodeKind::prefix;
  return relaxed;
}

std::optional<RelaxedQuery> correct_words(std::vector<QueryNode> const& wanted, QueryPlan const& plan,
                                          Xapian::Database const& database, TimeLimit& time) {
  return WordCorrector(plan, database, time).run(wanted);
}

}  // namespace pressmark
