// Short runs of words as numbers: where two texts share one, they say the same in the same words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

namespace pressmark {

// Six words in a row, or twelve characters of a script written without spaces, of which two count
// as one word. A text of three to five words is a shingle as a whole.
struct Shingle {
  std::uint64_t hash = 0;   // of the folded words and their order
  std::uint32_t begin = 0;  // byte range in the analysed text
  std::uint32_t end = 0;
};

// The shingles of the text that was analysed last into `analysis`, by their beginnings; `shingles`
// is replaced. A shingle has the same hash wherever it stands. Linear in the terms.
void find_shingles(Analysis const& analysis, std::vector<Shingle>& shingles);

// A number for `bytes`, the same in every version: it is stored in indexes.
[[nodiscard]] std::uint64_t short_hash(std::string_view bytes);

}  // namespace pressmark
