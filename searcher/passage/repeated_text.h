// The sentences of a text that the posts of its site repeat.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/boilerplate.h"
#include "common/text/analyzer.h"

namespace pressmark {

struct TextRange {
  std::size_t begin = 0;  // bytes, half-open
  std::size_t end = 0;
  friend bool operator==(TextRange const&, TextRange const&) = default;
};

// One such sentence, or several in a row.
struct RepeatedSentence {
  TextRange all;
  TextRange words;  // from the first repeated word to the last; the rest may be the post's own
  friend bool operator==(RepeatedSentence const&, RepeatedSentence const&) = default;
};

// Finds them for one site. Keeps a buffer between calls. Not thread-safe.
class RepeatedText {
 public:
  // `boilerplate` must outlive it.
  RepeatedText(Boilerplate const& boilerplate, std::string_view site)
      : boilerplate_(boilerplate), site_(short_hash(site)) {}

  // False if nothing can be repeated: then find() need not be called.
  [[nodiscard]] bool possible() const noexcept { return !boilerplate_.shingles.empty(); }

  // The sentences of `text`, a block or a part of it analysed as `analysis`, that hold a repeated
  // shingle: ascending, disjoint.
  [[nodiscard]] std::vector<RepeatedSentence> find(std::string_view text, Analysis const& analysis);

 private:
  Boilerplate const& boilerplate_;
  std::uint64_t site_;
  std::vector<Shingle> shingles_;
};

// The part of a text of `size` bytes around `at`, which is in none of `repeated` (ascending), up to the next
// of them.
[[nodiscard]] TextRange run_around(std::size_t at, std::size_t size,
                                   std::vector<RepeatedSentence> const& repeated);

}  // namespace pressmark
