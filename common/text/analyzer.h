// Text to terms: the one analyzer that indexing, queries and highlighting share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// How a term came about.
enum class TermKind : std::uint8_t {
  word,       // a word that stands alone: "compaction", "c++", "2.1"
  part,       // a piece of a compound: "write" of "write-ahead", "tool" of "InjectedToolCallId"
  joined,     // a compound, or an inner run of its parts, written as one: "writeahead", "http2"
  alternate,  // another spelling at the same place: "openais" beside "openai" for "OpenAI's"
};

// One searchable form of a piece of text. Positions count words: each word or part takes one;
// a joined form starts at its first part and spans `span` positions, an alternate covers the
// word or compound it is another spelling of.
struct Term {
  std::uint32_t begin = 0;  // byte range in the analysed text, UTF-8 boundaries
  std::uint32_t end = 0;
  std::uint32_t position = 0;  // from 0 at the start of the analysed text
  std::uint32_t token = 0;     // terms of one compound (or one word) share the number; grows
  std::uint16_t span = 1;
  TermKind kind = TermKind::word;
  std::uint32_t text_begin = 0;  // where the folded form lies: see Analysis::text()
  std::uint32_t text_size = 0;
};

// The terms of one text, ordered by position, then by begin: the first term of a token begins
// where the token does. Reuse one object to avoid allocation.
class Analysis {
 public:
  [[nodiscard]] std::vector<Term> const& terms() const noexcept { return terms_; }
  // The folded form of `term`; valid until the next analyze() into this object.
  [[nodiscard]] std::string_view text(Term const& term) const {
    return std::string_view(arena_).substr(term.text_begin, term.text_size);
  }
  // Positions used: the next free one.
  [[nodiscard]] std::uint32_t positions() const noexcept { return positions_; }

 private:
  friend class Analyzer;
  std::vector<Term> terms_;
  std::string arena_;
  std::uint32_t positions_ = 0;
};

// What kind of text is analysed. In code an apostrophe is a quote and separates, a comma never
// groups digits, "a.b" is no abbreviation, and ".map" means map rather than a name like .NET.
enum class TextKind : std::uint8_t { prose, code };

// Splits text into folded words with byte offsets. The rules, with their reasons, stand in
// docs/analyzer.md; in short:
// - case, accents, ligatures, width folded (fold.h); U+2011 and its kin are '-'; soft hyphens
//   and zero-width characters are invisible;
// - "write-ahead" gives parts write, ahead and the joined writeahead; "HTTP/2" http, 2, http2;
//   snake_case, CamelCase, dotted names, `a::b`, paths likewise, with joined forms for their
//   inner names ("server/routes.go" also gives routesgo); a letter–digit edge splits after
//   three letters or more (sha256), and never leaves the whole out;
// - "C++", "C#", ".NET" are words of their own; "4,000" is 4000, "90+" is 90; "2.1", "v1.24.0" stay whole;
// - "engine's" is engine with the alternate engines; "don't" is dont; "--dry-run" has itself as
//   an alternate;
// - Han, kana, Thai and other scripts written without spaces: each character a part, each pair
//   of neighbours a joined form;
// - a word longer than kMaxTermBytes is dropped but still takes its position; a compound that
//   begins with one has no terms at all.
// Analysing from any token's first byte gives the same terms for the rest of the text, with
// positions counted from there: highlighting relies on it.
// Thread-safe: it has no state. Linear in the text, which must be shorter than 4 GiB.
class Analyzer {
 public:
  static constexpr std::size_t kMaxTermBytes = 64;

  // Analyses `text` (any bytes; invalid UTF-8 separates words) into `out`, replacing it.
  void analyze(std::string_view text, TextKind kind, Analysis& out) const;
};

// Changes whenever the same text may give other terms or stems: an index built by another
// version has to be rebuilt.
inline constexpr int kAnalyzerVersion = 1;

}  // namespace pressmark
