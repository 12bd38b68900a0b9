// Assembling one run of prose.
#include "indexer/extract/text_run.h"

#include <cstdint>
#include <utility>

namespace pressmark {
namespace {

// Bytes of white space at the start of `text`. Control characters, which a numeric reference can name, count.
std::size_t leading_space(std::string_view text) {
  auto const first = static_cast<unsigned char>(text.front());
  if (first <= 0x20 || first == 0x7F) return 1;
  return text.starts_with("\xC2\xA0") ? 2 : 0;  // no-break space
}

}  // namespace

void TextRun::append(std::string_view text) {
  note_words(text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    auto const space = leading_space(text.substr(i));
    if (space == 0) {
      ++i;
      continue;
    }
    append_word(text.substr(begin, i - begin));
    space_pending_ = true;
    i += space;
    begin = i;
  }
  append_word(text.substr(begin));
}

void TextRun::append_word(std::string_view word) {
  if (word.empty()) return;
  auto& text = prose_.marked.text;
  if (text.empty()) {
    leading_bold_ = bold_depth_ > 0;
  } else if (space_pending_) {
    text += ' ';
  }
  space_pending_ = false;
  for (auto& mark : open_marks_) {
    if (mark.depth > 0 && mark.begin == kNotBegun) mark.begin = text.size();
  }
  text += word;
}

void TextRun::note_words(std::string_view text) {
  bool const known = link_depth_ == 0 ? has_unlinked_word_ : last_worded_link_ == link_number_;
  if (known || !has_word(text)) return;
  if (link_depth_ == 0) {
    has_unlinked_word_ = true;
  } else {
    ++worded_links_;
    last_worded_link_ = link_number_;
  }
}

void TextRun::open_mark(MarkKind kind) {
  ++open(kind).depth;
}

void TextRun::close_mark(MarkKind kind) {
  if (--open(kind).depth == 0) end_mark(kind);
}

void TextRun::end_mark(MarkKind kind) {
  auto const begin = std::exchange(open(kind).begin, kNotBegun);
  if (begin == kNotBegun) return;
  auto const end = prose_.marked.text.size();
  prose_.marked.marks.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

void TextRun::open_link() {
  ++link_depth_;
  ++link_number_;
}

void TextRun::close_bold() {
  if (--bold_depth_ > 0 || !leading_bold_) return;
  leading_bold_ = false;
  prose_.leading_bold_end = prose_.marked.text.size();
}

Prose TextRun::take() {
  for (auto const kind : {MarkKind::code, MarkKind::definition, MarkKind::emphasis}) end_mark(kind);
  auto result = std::exchange(prose_, {});
  sort_marks(result.marked);
  if (std::exchange(leading_bold_, false)) result.leading_bold_end = result.marked.text.size();
  result.lone_link = std::exchange(worded_links_, 0) == 1 && !std::exchange(has_unlinked_word_, false);
  has_unlinked_word_ = false;
  last_worded_link_ = 0;
  space_pending_ = false;
  return result;
}

}  // namespace pressmark
