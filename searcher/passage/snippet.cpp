// Implements snippets: positions choose the window, then only that part of the text is analysed.
#include "searcher/passage/snippet.h"

#include <algorithm>
#include <limits>

#include "common/base/utf8.h"
#include "searcher/passage/text_window.h"

namespace pressmark {
namespace {

constexpr std::string_view kEllipsis = "…";
// Bytes a position takes on average, for turning bytes of room into positions.
constexpr double kBytesPerPosition = 6.5;
// Positions analysed before the window, so that a sentence may begin there.
constexpr std::uint32_t kContextPositions = 48;

// A run of positions within one block.
struct Choice {
  std::size_t block = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double score = -1;
};

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

// The best window for which positions speak, over the blocks of a section.
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

  Choice best() {
    Choice best;
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

  [[nodiscard]] Choice window_from(Iterator first, std::size_t block, std::uint32_t block_end) const {
    Choice choice{.block = block, .first = first->position, .last = first->position, .score = 0};
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

struct BlockText {
  std::size_t begin = 0;  // bytes in the section's text
  std::size_t end = 0;
};

BlockText block_text(RecordSection const& section, std::string_view text, std::size_t block) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < block; ++i) begin += section.blocks[i].bytes + 1;
  begin = std::min(begin, text.size());
  return {begin, std::min(text.size(), begin + section.blocks[block].bytes)};
}

// Where analysis may begin so that `position` and some context before it are covered.
PositionSample start_near(RecordSection const& section, std::size_t block, BlockText bytes,
                          std::uint32_t position) {
  PositionSample start{.position = section.blocks[block].first_position,
                       .byte = static_cast<std::uint32_t>(bytes.begin)};
  for (auto const& sample : section.samples) {
    if (sample.byte < bytes.begin) continue;
    if (sample.byte >= bytes.end || sample.position + kContextPositions > position) break;
    start = sample;
  }
  return start;
}

// `text` from `window`, with ellipses where it is cut, and the highlights that lie inside.
HighlightedText cut(std::string_view text, TextWindow const& window,
                    std::vector<Highlight> const& highlights) {
  HighlightedText result;
  if (window.cut_before) result.text += kEllipsis;
  auto const shift = result.text.size();
  result.text += text.substr(window.begin, window.end - window.begin);
  std::replace_if(result.text.begin(), result.text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  if (window.cut_after) result.text += kEllipsis;
  for (auto const& range : highlights) {
    if (range.begin < window.begin || range.end > window.end) continue;
    result.highlights.push_back({range.begin - window.begin + shift, range.end - window.begin + shift});
  }
  return result;
}

// The first highlight, and the last that still fits beside it.
std::pair<std::size_t, std::size_t> focus(std::vector<Highlight> const& highlights, std::size_t first_byte,
                                          std::size_t max_bytes) {
  auto const first = std::find_if(highlights.begin(), highlights.end(),
                                  [&](Highlight const& range) { return range.begin >= first_byte; });
  if (first == highlights.end()) return {first_byte, first_byte};
  auto last = first;
  while (std::next(last) != highlights.end() && std::next(last)->end <= first->begin + max_bytes * 7 / 10)
    ++last;
  return {first->begin, last->end};
}

// A short block is shown with what follows it: the last block to show.
std::size_t last_shown_block(RecordSection const& section, std::size_t block, std::size_t max_bytes) {
  bool const code = section.blocks[block].kind == BlockKind::code;
  std::size_t bytes = section.blocks[block].bytes;
  while (block + 1 < section.blocks.size() && bytes < max_bytes / 2) {
    auto const next = section.blocks[block + 1].kind;
    if ((next == BlockKind::code) != code || next == BlockKind::heading) break;
    ++block;
    bytes += section.blocks[block].bytes;
  }
  return block;
}

TextKind text_kind(RecordBlock const& block) {
  return block.kind == BlockKind::code ? TextKind::code : TextKind::prose;
}

// The first byte of the word at `position` in the text last analysed.
std::size_t byte_of(Analysis const& analysis, std::uint32_t position) {
  auto const& terms = analysis.terms();
  auto const term = std::find_if(terms.begin(), terms.end(),
                                 [&](Term const& candidate) { return candidate.position >= position; });
  return term == terms.end() ? 0 : term->begin;
}

}  // namespace

HighlightedText make_snippet(RecordSection const& section, std::string_view text,
                             std::span<Occurrence const> occurrences, QueryPlan const& plan,
                             Highlighter& highlighter, std::size_t max_bytes) {
  if (section.blocks.empty()) return {};
  auto const choice = WindowChooser(section, occurrences, plan, max_bytes).best();
  if (choice.score < 0)
    return make_lead(text, section.blocks.front().first_position, {}, highlighter, max_bytes);
  auto const& block = section.blocks[choice.block];
  auto bytes = block_text(section, text, choice.block);
  auto const start = start_near(section, choice.block, bytes, choice.first);
  // Four times the room covers the context before the match and the window after it.
  auto const analysed_end =
      floor_code_point(text, std::min<std::size_t>(bytes.end, start.byte + 4 * max_bytes));
  auto ranges = highlighter.highlights(text.substr(start.byte, analysed_end - start.byte), text_kind(block),
                                       start.position, occurrences);
  auto const [focus_begin, focus_end] =
      focus(ranges, byte_of(highlighter.analysis(), choice.first - start.position), max_bytes);

  auto const last = last_shown_block(section, choice.block, max_bytes);
  for (auto next = choice.block + 1; next <= last; ++next) {
    bytes = block_text(section, text, next);
    for (auto range : highlighter.highlights(text.substr(bytes.begin, bytes.end - bytes.begin),
                                             text_kind(section.blocks[next]),
                                             section.blocks[next].first_position, occurrences)) {
      ranges.push_back({range.begin + bytes.begin - start.byte, range.end + bytes.begin - start.byte});
    }
  }
  auto const shown = text.substr(start.byte, bytes.end - start.byte);
  auto window = window_around(shown, focus_begin, focus_end, max_bytes);
  if (window.begin == 0 && start.position > block.first_position) window.cut_before = true;
  return cut(shown, window, ranges);
}

HighlightedText make_lead(std::string_view text, std::uint32_t first_position,
                          std::span<Occurrence const> occurrences, Highlighter& highlighter,
                          std::size_t max_bytes) {
  auto const window = window_around(text, 0, 0, max_bytes);
  auto const head = text.substr(0, window.end);
  auto const ranges = occurrences.empty()
                          ? std::vector<Highlight>()
                          : highlighter.highlights(head, TextKind::prose, first_position, occurrences);
  return cut(text, window, ranges);
}

}  // namespace pressmark
