// Compares what a source brings with what it had before.
#include "operations/intake/source_gates.h"

#include <algorithm>

#include "common/base/error.h"

namespace pressmark {
namespace {

// Fewer shortened posts than this, or than this share of the source's, are somebody's edits.
constexpr std::size_t kEdits = 3;
constexpr double kEditsShare = 0.2;

bool is_accepted(SourceGates const& gates, std::string_view gate) {
  return std::ranges::find(gates.accepted, gate) != gates.accepted.end();
}

[[noreturn]] void refuse(std::string const& what, std::string_view gate) {
  throw Error(ErrorCode::gate_failed, what,
              "look at the source; if it is right, run pressmark reindex --accept " + std::string(gate));
}

}  // namespace

void judge_source(std::string const& name, BatchEffect const& effect, SourceGates const& gates) {
  auto const held = static_cast<double>(effect.held_before);
  auto const removed = static_cast<double>(effect.counts.removed);
  if (removed > (1 - gates.share) * held && !is_accepted(gates, kSourcePostsGate)) {
    refuse(name + " would take out " + std::to_string(effect.counts.removed) + " of its " +
               std::to_string(effect.held_before) + " posts",
           kSourcePostsGate);
  }
  auto const edits = std::max(static_cast<double>(kEdits), kEditsShare * held);
  bool const are_many = static_cast<double>(effect.counts.changed) > edits;
  bool const is_short =
      static_cast<double>(effect.text_after) < gates.share * static_cast<double>(effect.text_before);
  if (are_many && is_short && !is_accepted(gates, kSourceTextGate)) {
    refuse(name + " would cut the text of " + std::to_string(effect.counts.changed) + " posts from " +
               std::to_string(effect.text_before >> 10) + " KiB to " +
               std::to_string(effect.text_after >> 10) + " KiB",
           kSourceTextGate);
  }
}

}  // namespace pressmark
