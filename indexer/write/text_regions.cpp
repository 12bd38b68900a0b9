// Analysing a post's texts in their order.
#include "indexer/write/text_regions.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "common/strings/ascii.h"
#include "indexer/write/general_heading.h"

namespace pressmark {
namespace {

// How much one occurrence of a word adds to its stem's frequency in the post. Title and headings
// say what a text is about; BM25's saturation keeps the rest in proportion.
namespace weight {
constexpr Xapian::termcount kTitle = 3;
constexpr Xapian::termcount kHeading = 2;
constexpr Xapian::termcount kAnchor = 1;
constexpr Xapian::termcount kTag = 1;
constexpr Xapian::termcount kSlug = 1;
constexpr Xapian::termcount kSummary = 1;
constexpr Xapian::termcount kProse = 1;
constexpr Xapian::termcount kCallout = 1;
constexpr Xapian::termcount kImage = 1;
constexpr Xapian::termcount kCode = 1;
// In a field of its own, where every occurrence is alike.
constexpr Xapian::termcount kField = 1;
}  // namespace weight

Xapian::termcount weight_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return weight::kHeading;
    case BlockKind::callout:
    case BlockKind::key:
      return weight::kCallout;
    case BlockKind::image:
      return weight::kImage;
    case BlockKind::code:
      return weight::kCode;
    case BlockKind::text:
    case BlockKind::list_item:
    case BlockKind::cell:
    case BlockKind::caption:
    case BlockKind::quote:
      break;
  }
  return weight::kProse;
}

// The bytes under marks of one kind. Marks may come in any order, nest and overlap.
class MarkedBytes {
 public:
  MarkedBytes(std::span<Mark const> marks, MarkKind kind) {
    for (auto const& mark : marks) {
      if (mark.kind == kind) marks_.push_back(mark);
    }
    std::sort(marks_.begin(), marks_.end(), [](Mark const& a, Mark const& b) { return a.begin < b.begin; });
    std::uint32_t end = 0;
    for (auto& mark : marks_) mark.end = end = std::max(end, mark.end);
  }

  [[nodiscard]] bool contain(std::uint32_t byte) const {
    auto const after =
        std::upper_bound(marks_.begin(), marks_.end(), byte,
                         [](std::uint32_t value, Mark const& mark) { return value < mark.begin; });
    return after != marks_.begin() && byte < std::prev(after)->end;
  }

 private:
  std::vector<Mark> marks_;  // by their beginnings; each end covers those of the marks before
};

}  // namespace

PositionRange TextRegions::add_title(std::string_view title) {
  return add_region(title, Field::title, weight::kTitle);
}

PositionRange TextRegions::add_tags(std::vector<std::string> const& categories) {
  PositionRange tags{next_, next_};
  for (auto const& category : categories) {
    tags.end = add_prose(category, {}, Field::tag, weight::kTag).end;
    next_ += kBlockGap;
  }
  next_ = tags.end + kSectionGap;
  return tags;
}

PositionRange TextRegions::add_slug(std::string_view slug) {
  return add_region(slug, Field::slug, weight::kSlug);
}

PositionRange TextRegions::add_summary(std::string_view summary) {
  return add_region(summary, std::nullopt, weight::kSummary);
}

RegionSection TextRegions::add_section(Section const& section) {
  RegionSection laid_out;
  auto& [outline, fields, text] = laid_out;
  outline.has_anchor = !section.anchor.empty();
  outline.general = is_general_heading(section.heading, section.anchor);
  outline.heading = add_prose(section.heading, section.heading_marks, Field::heading, weight::kHeading);
  auto const heading_words = outline.heading.end - outline.heading.begin;
  outline.heading = add_anchor(section.anchor, outline.heading);
  outline.all = outline.heading;
  outline.words = outline.heading.end - outline.heading.begin;
  fields.anchor = section.anchor;
  fields.heading = section.heading;
  fields.level = section.level;
  fields.first_position = outline.all.begin;
  fields.heading_positions = heading_words;
  bool is_first = section.heading.empty();
  for (auto const& block : section.blocks) {
    if (!is_first) next_ += kBlockGap;
    is_first = false;
    add_block(block, laid_out);
  }
  next_ += kSectionGap;
  return laid_out;
}

// An anchor that an author chose may name what the heading paraphrases. Words the heading, which
// was analysed last, does not have count as further words of it, a gap after it so that no phrase
// runs into them. Words with digits are numbers of a generator.
PositionRange TextRegions::add_anchor(std::string_view anchor, PositionRange heading) {
  static constexpr std::size_t kMinBytes = 3;
  static constexpr std::uint32_t kMaxWords = 5;
  std::set<std::string, std::less<>> known;
  for (auto const& term : analysis_.terms()) {
    if (heading.end > heading.begin) known.emplace(analysis_.text(term));
  }
  analyzer_.analyze(anchor, TextKind::prose, analysis_);
  auto position = heading.end + 1;
  for (auto const& term : analysis_.terms()) {
    auto const word = analysis_.text(term);
    bool const joins = term.kind == TermKind::joined || term.kind == TermKind::alternate;
    if (joins || word.size() < kMinBytes || std::any_of(word.begin(), word.end(), is_digit)) continue;
    if (position > heading.end + kMaxWords || !known.emplace(word).second) continue;
    postings_.add(Field::text, word, position, weight::kAnchor);
    postings_.add(Field::heading, word, position, weight::kField);
    ++position;
  }
  if (position == heading.end + 1) return heading;
  next_ = position;
  return {heading.begin, position};
}

void TextRegions::add_block(Block const& block, RegionSection& section) {
  auto& [outline, fields, text] = section;
  if (!fields.blocks.empty()) text.push_back('\n');
  auto const is_heading = block.kind == BlockKind::heading;
  auto const field = is_heading ? std::optional(Field::heading) : std::nullopt;
  auto const range = block.kind == BlockKind::code
                         ? add_code(block.text)
                         : add_prose(block.text, block.marks, field, weight_of(block.kind));
  if (is_heading) outline.inner_headings.push_back(range);
  outline.all.end = range.end;
  outline.words += range.end - range.begin;
  fields.blocks.push_back({block.kind, static_cast<std::uint32_t>(block.text.size()), range.begin});
  sample_positions(range, text.size(), fields.samples);
  text += block.text;
}

PositionRange TextRegions::add_region(std::string_view text, std::optional<Field> field,
                                      Xapian::termcount weight) {
  auto const range = add_prose(text, {}, field, weight);
  next_ += kSectionGap;
  return range;
}

// Inline code and defined terms belong to a field of their own besides. A compound that only
// begins inside a mark belongs to it too: the rest is an ending, as in `Engine`s.
PositionRange TextRegions::add_prose(std::string_view text, std::span<Mark const> marks,
                                     std::optional<Field> field, Xapian::termcount weight) {
  analyzer_.analyze(text, TextKind::prose, analysis_);
  MarkedBytes const code(marks, MarkKind::code);
  MarkedBytes const definitions(marks, MarkKind::definition);
  for (auto const& term : analysis_.terms()) {
    auto const word = analysis_.text(term);
    auto const position = next_ + term.position;
    postings_.add(Field::text, word, position, weight);
    if (field) postings_.add(*field, word, position, weight::kField);
    if (code.contain(term.begin)) postings_.add(Field::code, word, position, weight::kField);
    if (definitions.contain(term.begin)) postings_.add(Field::definition, word, position, weight::kField);
  }
  return take_positions();
}

PositionRange TextRegions::add_code(std::string_view text) {
  analyzer_.analyze(text, TextKind::code, analysis_);
  for (auto const& term : analysis_.terms()) {
    postings_.add(Field::code, analysis_.text(term), next_ + term.position, weight::kCode);
  }
  return take_positions();
}

PositionRange TextRegions::take_positions() {
  PositionRange const taken{next_, next_ + analysis_.positions()};
  next_ = taken.end;
  return taken;
}

// Notes where the first token at or beyond every kSamplePositions begins.
void TextRegions::sample_positions(PositionRange block, std::size_t first_byte,
                                   std::vector<PositionSample>& samples) const {
  auto const& terms = analysis_.terms();
  auto mark = kSamplePositions;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    auto const& term = terms[i];
    if (term.position < mark || term.token == terms[i - 1].token) continue;
    samples.push_back({block.begin + term.position, static_cast<std::uint32_t>(first_byte) + term.begin});
    mark = term.position + kSamplePositions;
  }
}

}  // namespace pressmark
