// The terms of one compound: its parts, the joined forms of its names, other spellings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/compound.h"
#include "common/text/term_writer.h"

namespace pressmark {

// Punctuation before a token that belongs to a spelling of it.
enum class Prefix : std::uint8_t {
  none,
  dot,     // .NET, .gitignore
  dashes,  // --dry-run
};

class CompoundTerms {
 public:
  CompoundTerms(TermWriter& writer, TextKind kind) : writer_(writer), kind_(kind) {}

  // `begin`: where the prefix or else the compound starts in the source. The folded form of the
  // compound lies in the writer's arena, after a "." if that is the prefix.
  void write(Compound const& compound, Prefix prefix, std::size_t begin);

 private:
  struct Part {
    TermWriter::Form form;
    Joint before;
  };

  void find_parts(Compound const& compound);
  TermWriter::Form form(std::size_t first, std::size_t last) const;
  TermWriter::Form dotted(std::uint32_t begin) const;
  void write_forms(Compound const& compound, Prefix prefix, std::uint32_t begin);
  void write_part(std::size_t i, Prefix prefix, std::uint32_t begin);
  void write_joined(std::size_t first);
  void write_ending(Compound const& compound);
  void write_flag(std::uint32_t begin);

  TermWriter& writer_;
  TextKind kind_;
  std::vector<Part> parts_;
};

}  // namespace pressmark
