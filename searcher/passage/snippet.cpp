// Positions choose the window, so that only a small part of the text has to be analysed.
#include "searcher/passage/snippet.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/index/outline.h"
#include "common/strings/utf8.h"
#include "searcher/passage/text_window.h"

namespace pressmark {
namespace {

// Positions analysed before the window, so that a sentence may begin there.
constexpr std::uint32_t kContextPositions = 48;

// The percentage of a snippet within which highlights form its focus. The rest is left for the sentence
// around them.
constexpr std::size_t kFocusPercent = 70;
// A run of new text can be read by itself if it is at least this percentage of a snippet.
constexpr std::size_t kReadableRunPercent = 25;

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

// Where analysis may end so that the word at `position` and `room` bytes after it are covered.
std::size_t end_near(RecordSection const& section, BlockText bytes, std::uint32_t position,
                     std::size_t room) {
  for (auto const& sample : section.samples) {
    if (sample.byte < bytes.begin || sample.position <= position) continue;
    return std::min(bytes.end, sample.byte + room);
  }
  return bytes.end;
}

// The first highlight, and the last that still fits beside it.
std::pair<std::size_t, std::size_t> focus(std::vector<Highlight> const& highlights, std::size_t first_byte,
                                          std::size_t max_bytes) {
  auto const first = std::find_if(highlights.begin(), highlights.end(),
                                  [&](Highlight const& range) { return range.begin >= first_byte; });
  if (first == highlights.end()) return {first_byte, first_byte};
  auto last = first;
  while (std::next(last) != highlights.end() &&
         std::next(last)->end <= first->begin + max_bytes * kFocusPercent / 100)
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

// The positions of the words in `range` of the text last analysed, which begins at `first_position`.
PositionRange positions_in(Analysis const& analysis, std::uint32_t first_position, TextRange const& range) {
  auto const& terms = analysis.terms();
  auto const inside = [&](Term const& term) { return term.begin >= range.begin && term.begin < range.end; };
  auto const first = std::find_if(terms.begin(), terms.end(), inside);
  if (first == terms.end()) return {};
  auto const last = std::find_if(terms.rbegin(), terms.rend(), inside);
  return {first_position + first->position, first_position + last->position + 1};
}

bool any_contains(std::vector<PositionRange> const& ranges, std::uint32_t position) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](PositionRange const& range) { return range.contains(position); });
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Whether what `choice` was chosen for lies, in part at least, in one of `ranges`.
bool falls_into(std::vector<PositionRange> const& ranges, WindowChoice const& choice,
                std::span<Occurrence const> occurrences) {
  return std::any_of(occurrences.begin(), occurrences.end(), [&](Occurrence const& one) {
    return one.position >= choice.first && one.position <= choice.last && any_contains(ranges, one.position);
  });
}

// The byte at which the first highlight in `fragment` begins.
std::size_t first_match(Fragment const& fragment) {
  auto const shown = std::ranges::find_if(fragment.highlights, [&](Highlight const& range) {
    return range.begin >= fragment.window.begin && range.end <= fragment.window.end;
  });
  return shown == fragment.highlights.end() ? Snippet::kNowhere : shown->begin;
}

// `window_around` within `run` of `text`, which ends like a text of its own.
TextWindow window_in(std::string_view text, TextRange run, std::size_t focus_begin, std::size_t focus_end,
                     std::size_t max_bytes) {
  while (run.end > run.begin && is_space(text[run.end - 1])) --run.end;
  focus_begin = std::clamp(focus_begin, run.begin, run.end) - run.begin;
  focus_end = std::clamp(focus_end, run.begin, run.end) - run.begin;
  auto window = window_around(text.substr(run.begin, run.end - run.begin), focus_begin, focus_end, max_bytes);
  window.begin += run.begin;
  window.end += run.begin;
  return window;
}

}  // namespace

// What was read of a section's text around a choice; ranges count from the start.
struct SnippetMaker::Excerpt {
  PositionSample start;
  std::vector<Highlight> highlights;
  std::vector<RepeatedSentence> repeated;
  std::vector<PositionRange> repeated_positions;  // the positions of the repeated sentences
  std::vector<PositionRange> repeated_words;      // of the words in them that are repeated
  std::size_t choice_begin = 0;                   // the word at the choice's first position
};

std::vector<RepeatedSentence> SnippetMaker::find_repeated(std::string_view analysed) {
  return repeated_.possible() ? repeated_.find(analysed, highlighter_.analysis())
                              : std::vector<RepeatedSentence>();
}

SnippetMaker::Excerpt SnippetMaker::read_around(RecordSection const& section, std::string_view text,
                                                std::span<Occurrence const> occurrences,
                                                WindowChoice const& choice) {
  Excerpt excerpt;
  auto const& block = section.blocks[choice.block];
  auto const bytes = block_text(section, text, choice.block);
  excerpt.start = start_near(section, choice.block, bytes, choice.first);
  auto const [position, begin] = excerpt.start;
  auto const end = floor_code_point(text, end_near(section, bytes, choice.last, lengths_.bytes));
  auto const analysed = text.substr(begin, end - begin);
  excerpt.highlights = highlighter_.highlights(analysed, text_kind(block), position, occurrences);
  auto const& analysis = highlighter_.analysis();
  excerpt.choice_begin = byte_of(analysis, choice.first - position);
  if (block.kind != BlockKind::code) excerpt.repeated = find_repeated(analysed);
  for (auto const& [all, words] : excerpt.repeated) {
    excerpt.repeated_positions.push_back(positions_in(analysis, position, all));
    excerpt.repeated_words.push_back(positions_in(analysis, position, words));
  }
  return excerpt;
}

Fragment SnippetMaker::show(RecordSection const& section, std::string_view text,
                            std::span<Occurrence const> occurrences, WindowChoice const& choice,
                            Excerpt excerpt) {
  auto const start = excerpt.start;
  auto& highlights = excerpt.highlights;
  auto& repeated = excerpt.repeated;
  auto const [focus_begin, focus_end] = focus(highlights, excerpt.choice_begin, lengths_.bytes);
  auto bytes = block_text(section, text, choice.block);
  auto const last = last_shown_block(section, choice.block, lengths_.bytes);
  for (auto next = choice.block + 1; next <= last; ++next) {
    auto const& block = section.blocks[next];
    bytes = block_text(section, text, next);
    auto const shift = bytes.begin - start.byte;
    auto const shown = text.substr(bytes.begin, bytes.end - bytes.begin);
    for (auto const& range :
         highlighter_.highlights(shown, text_kind(block), block.first_position, occurrences)) {
      highlights.push_back({range.begin + shift, range.end + shift});
    }
    if (block.kind == BlockKind::code) continue;
    for (auto const& [all, words] : find_repeated(shown)) {
      repeated.push_back({{all.begin + shift, all.end + shift}, {words.begin + shift, words.end + shift}});
    }
  }
  auto const read = text.substr(start.byte, bytes.end - start.byte);
  auto window =
      window_in(read, run_around(focus_begin, read.size(), repeated), focus_begin, focus_end, lengths_.bytes);
  if (window.begin == 0 && start.position > section.blocks[choice.block].first_position)
    window.cut_before = true;
  window.begin += start.byte;
  window.end += start.byte;
  for (auto& range : highlights) range = {range.begin + start.byte, range.end + start.byte};
  return {window, std::move(highlights)};
}

Snippet SnippetMaker::snippet(RecordSection const& section, std::string_view text,
                              std::span<Occurrence const> occurrences) {
  Snippet snippet;
  if (section.blocks.empty()) return snippet;
  auto const wanted = std::max<std::size_t>(lengths_.fragments, 1);
  std::vector<Fragment> fragments;
  std::vector<Occurrence> remaining;  // once some were shown, or found in repeated text
  auto considered = occurrences;
  for (;;) {
    auto const choice = choose_window(section, considered, plan_, lengths_.bytes);
    if (choice.score < 0) break;
    auto excerpt = read_around(section, text, occurrences, choice);
    auto done = excerpt.repeated_positions;
    if (falls_into(done, choice, considered)) {
      snippet.passed_over = true;
      if (falls_into(excerpt.repeated_words, choice, considered))
        snippet.repeated_score = std::max(snippet.repeated_score, choice.score);
    } else {
      auto fragment = show(section, text, occurrences, choice, std::move(excerpt));
      snippet.score = std::max(snippet.score, choice.score);
      bool const is_shown =
          std::ranges::any_of(fragments, [&](Fragment const& other) { return overlap(fragment, other); });
      if (fragments.empty()) {
        snippet.begin = fragment.window.begin;
        snippet.match = first_match(fragment);
      }
      if (!is_shown) fragments.push_back(std::move(fragment));
      if (fragments.size() == wanted) break;
      done.push_back({choice.first, choice.last + 1});
    }
    if (remaining.empty()) remaining.assign(considered.begin(), considered.end());
    std::erase_if(remaining, [&](Occurrence const& one) { return any_contains(done, one.position); });
    considered = remaining;
  }
  snippet.text = fragments.empty() ? lead(text, section.blocks.front().first_position, {})
                                   : join_fragments(text, std::move(fragments));
  return snippet;
}

// The first stretch that is long enough to be read by itself, else the longest.
TextRange SnippetMaker::first_new_run(std::string_view text) {
  auto const enough = lengths_.bytes * kReadableRunPercent / 100;
  TextRange longest;
  TextRange run;
  for (std::size_t line = 0; line < text.size() && line < run.begin + lengths_.bytes;) {
    auto const end = std::min(text.find('\n', line), text.size());
    auto const shown =
        text.substr(line, floor_code_point(text, std::min(end, line + 8 * lengths_.bytes)) - line);
    (void)highlighter_.highlights(shown, TextKind::prose, 0, {});
    for (auto const& [all, words] : find_repeated(shown)) {
      run.end = line + all.begin;
      if (run.end - run.begin >= enough) return run;
      if (run.end - run.begin > longest.end - longest.begin) longest = run;
      run.begin = line + all.end;
    }
    line = end + 1;
  }
  run.end = text.size();
  while (run.begin < run.end && is_space(text[run.begin])) ++run.begin;
  return run.begin < run.end ? run : longest;
}

HighlightedText SnippetMaker::lead(std::string_view text, std::uint32_t first_position,
                                   std::span<Occurrence const> occurrences) {
  auto const run = repeated_.possible() ? first_new_run(text) : TextRange{0, text.size()};
  if (run.begin == run.end) return {};
  auto const window = window_in(text, run, run.begin, run.begin, lengths_.bytes);
  auto const highlights =
      occurrences.empty()
          ? std::vector<Highlight>()
          : highlighter_.highlights(text.substr(0, window.end), TextKind::prose, first_position, occurrences);
  return join_fragments(text, {{window, highlights}});
}

}  // namespace pressmark
