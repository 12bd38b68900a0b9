// Slides a window over the sorted occurrences of each block and keeps the one that scores best.
#include "searcher/passage/window_chooser.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace pressmark {
namespace {

// Bytes a position takes on average, for turning bytes of room into positions.
constexpr double kBytesPerPosition = 6.5;

double block_value(BlockKind kind) {
  switch (kind) {
    case BlockKind::key:
      return 1.15;
    case BlockKind::callout:
      return 1.05;
    case BlockKind::heading:
      return 0.6;
    case BlockKind::image:
      return 0.5;
    case BlockKind::code:
      return 0.4;
    default:
      return 1.0;
  }
}

double form_value(FormKind kind) {
  return kind == FormKind::stem ? 0.9 : 1.0;
}

// Looks at every window that begins with an occurrence, over the blocks of a section.
class WindowChooser {
 public:
  WindowChooser(RecordSection const& section, std::span<Occurrence const> occurrences, QueryPlan const& plan,
                std::size_t max_bytes)
      : section_(section), plan_(plan), width_(static_cast<std::uint32_t>(max_bytes / kBytesPerPosition)) {
    auto const first =
        section.blocks.empty() ? section.first_position : section.blocks.front().first_position;
    begin_ =
        std::lower_bound(occurrences.begin(), occurrences.end(), first,
                         [](Occurrence const& a, std::uint32_t position) { return a.position < position; });
    end_ = occurrences.end();
  }

  WindowChoice best() {
    WindowChoice best;
    auto at = begin_;
    for (std::size_t block = 0; block < section_.blocks.size(); ++block) {
      auto const block_end = block + 1 < section_.blocks.size() ? section_.blocks[block + 1].first_position
                                                                : std::numeric_limits<std::uint32_t>::max();
      for (; at != end_ && at->position < block_end; ++at) {
        auto const choice = window_from(at, block, block_end);
        if (choice.score > best.score + 1e-9) best = choice;
      }
    }
    return best;
  }

 private:
  using Iterator = std::span<Occurrence const>::iterator;

  [[nodiscard]] WindowChoice window_from(Iterator first, std::size_t block, std::uint32_t block_end) const {
    WindowChoice choice{.block = block, .first = first->position, .last = first->position, .score = 0};
    std::vector<bool> seen(plan_.units.size());
    double distinct = 0;
    double repeats = 0;
    auto const window_end = std::min(block_end, first->position + width_);
    for (auto it = first; it != end_ && it->position < window_end; ++it) {
      if (!it->leads) continue;
      auto const value = plan_.units[it->unit].weight * form_value(plan_.forms[it->form].kind);
      if (seen[it->unit]) {
        repeats += value;
      } else {
        seen[it->unit] = true;
        distinct += value;
        choice.last = it->position;
      }
    }
    auto const spread = static_cast<double>(choice.last - choice.first) / std::max(1u, width_);
    choice.score = (distinct * (1.0 - 0.15 * spread) + 0.05 * std::min(repeats, distinct)) *
                   block_value(section_.blocks[block].kind);
    return choice;
  }

  RecordSection const& section_;
  QueryPlan const& plan_;
  std::uint32_t width_;
  Iterator begin_;
  Iterator end_;
};

}  // namespace

WindowChoice choose_window(RecordSection const& section, std::span<Occurrence const> occurrences,
                           QueryPlan const& plan, std::size_t max_bytes) {
  return WindowChooser(section, occurrences, plan, max_bytes).best();
}

}  // namespace pressmark
