// Adds terms to an analysis.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/text/analyzer.h"

namespace pressmark {

// Adds terms to an analysis. The folded forms lie in the arena already.
class TermWriter {
 public:
  TermWriter(std::vector<Term>& terms, std::string& arena) : terms_(terms), arena_(arena) {}

  // A place in the source and the folded form of what stands there.
  struct Form {
    std::uint32_t begin, end;            // in the source
    std::uint32_t text_begin, text_end;  // in the arena
  };

  // `part`: how many parts of the token precede.
  void add(Form const& form, TermKind kind, std::size_t part, std::size_t span) {
    if (!fits(form)) return;
    terms_.push_back({form.begin, form.end, position_ + static_cast<std::uint32_t>(part), token_,
                      static_cast<std::uint16_t>(span), kind, form.text_begin,
                      form.text_end - form.text_begin});
  }

  static bool fits(Form const& form) { return form.text_end - form.text_begin <= Analyzer::kMaxTermBytes; }

  void end_token(std::size_t parts) {
    position_ += static_cast<std::uint32_t>(parts);
    ++token_;
  }

  [[nodiscard]] std::string& arena() { return arena_; }
  [[nodiscard]] std::uint32_t arena_size() const { return static_cast<std::uint32_t>(arena_.size()); }
  [[nodiscard]] std::uint32_t position() const { return position_; }

 private:
  std::vector<Term>& terms_;
  std::string& arena_;
  std::uint32_t position_ = 0;
  std::uint32_t token_ = 0;
};

}  // namespace pressmark
