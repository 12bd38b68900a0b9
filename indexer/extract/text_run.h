// One run of prose as it is read, piece by piece: white space collapsed, marks and links followed.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/article.h"
#include "indexer/extract/marked_text.h"

namespace pressmark {

// A finished run.
struct Prose {
  MarkedText marked;
  std::size_t leading_bold_end = 0;  // end of the bold text the run starts with; 0 if it starts otherwise
  bool lone_link = false;            // all its words stand in one link
};

class TextRun {
 public:
  void append(std::string_view text);
  void append_space() { space_pending_ = true; }

  // Elements around the text. Each open needs its close; elements of a kind may nest, and stay open
  // across take().
  void open_mark(MarkKind kind);
  void close_mark(MarkKind kind);
  void open_link();
  void close_link() { --link_depth_; }
  void open_bold() { ++bold_depth_; }
  void close_bold();

  [[nodiscard]] bool empty() const { return prose_.marked.text.empty(); }

  // What was appended since the last take(), without white space at either end.
  [[nodiscard]] Prose take();

 private:
  static constexpr std::size_t kNotBegun = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t kMarkKinds = 3;

  struct OpenMark {
    std::size_t depth = 0;
    std::size_t begin = kNotBegun;  // of the text inside, once there is some
  };

  void append_word(std::string_view word);
  void note_words(std::string_view text);
  void end_mark(MarkKind kind);
  [[nodiscard]] OpenMark& open(MarkKind kind) { return open_marks_[static_cast<std::size_t>(kind)]; }

  Prose prose_;
  std::array<OpenMark, kMarkKinds> open_marks_;
  bool space_pending_ = false;
  bool leading_bold_ = false;  // the run starts with bold text that is still open
  std::size_t bold_depth_ = 0;
  std::size_t link_depth_ = 0;
  std::size_t link_number_ = 0;       // of the link opened last
  std::size_t last_worded_link_ = 0;  // number of the link that brought the last linked word
  std::size_t worded_links_ = 0;
  bool has_unlinked_word_ = false;
};

}  // namespace pressmark
