#include "indexer/extract/marked_text.h"

#include <algorithm>
#include <cstdint>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/text/analyzer.h"

namespace pressmark {
namespace {

constexpr std::size_t kPieceBytes = 64;

// Maps offsets of a text to those after the removal of ranges; ask for growing offsets.
class OffsetMap {
 public:
  explicit OffsetMap(std::vector<ByteRange> const& ranges) : ranges_(ranges) {}

  std::uint32_t operator()(std::uint32_t offset) {
    for (; next_ < ranges_.size() && ranges_[next_].end <= offset; ++next_) {
      removed_ += ranges_[next_].end - ranges_[next_].begin;
    }
    bool const inside = next_ < ranges_.size() && ranges_[next_].begin < offset;
    auto const kept = inside ? ranges_[next_].begin : std::size_t{offset};
    return static_cast<std::uint32_t>(kept - removed_);
  }

 private:
  std::vector<ByteRange> const& ranges_;
  std::size_t next_ = 0;
  std::size_t removed_ = 0;
};

void remap(std::vector<Mark>& marks, std::vector<ByteRange> const& ranges) {
  std::ranges::sort(marks, {}, &Mark::begin);
  OffsetMap begins(ranges);
  for (auto& mark : marks) mark.begin = begins(mark.begin);

  std::ranges::sort(marks, {}, &Mark::end);
  OffsetMap ends(ranges);
  for (auto& mark : marks) mark.end = ends(mark.end);

  std::erase_if(marks, [](Mark const& mark) { return mark.begin >= mark.end; });
}

}  // namespace

void sort_marks(MarkedText& marked) {
  std::ranges::sort(marked.marks, [](Mark const& a, Mark const& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
}

void erase(MarkedText& marked, std::vector<ByteRange> const& ranges) {
  if (ranges.empty()) return;
  std::string kept;
  kept.reserve(marked.text.size());
  std::size_t from = 0;
  for (auto const& range : ranges) {
    kept.append(marked.text, from, range.begin - from);
    from = range.end;
  }
  kept.append(marked.text, from);
  marked.text = std::move(kept);
  remap(marked.marks, ranges);
  sort_marks(marked);
}

void trim(MarkedText& marked) {
  auto const inner = trim(std::string_view(marked.text));
  auto const size = marked.text.size();
  auto const begin = static_cast<std::size_t>(inner.data() - marked.text.data());
  auto const end = begin + inner.size();
  std::vector<ByteRange> ends;
  if (begin > 0) ends.push_back({0, begin});
  if (end < size) ends.push_back({end, size});
  erase(marked, ends);
}

// In pieces: most text has its first word early.
bool has_word(std::string_view text) {
  if (std::ranges::any_of(text, [](char c) { return is_letter(c) || is_digit(c); })) return true;
  Analysis analysis;
  while (!text.empty()) {
    auto const piece = text.substr(0, floor_code_point(text, kPieceBytes));
    Analyzer().analyze(piece, TextKind::prose, analysis);
    if (!analysis.terms().empty()) return true;
    text.remove_prefix(piece.size());
  }
  return false;
}

}  // namespace pressmark
