// The words a reader has typed so far, against texts that may complete them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/results/search_results.h"

namespace pressmark {

// Not thread-safe: keeps the analyzer's buffers.
class TypedWords {
 public:
  explicit TypedWords(std::string_view typed);

  [[nodiscard]] bool empty() const { return words_.empty(); }
  // All but the last, which is a beginning.
  [[nodiscard]] std::vector<std::string> const& words() const { return words_; }

  // How `text` has the words: with what highlighted, and whether it begins with them.
  struct Match {
    std::vector<Highlight> highlights;
    bool at_start = false;
  };
  // Nothing unless every word typed is a word of `text` and the last begins one.
  [[nodiscard]] std::optional<Match> match(std::string_view text);

 private:
  std::vector<std::string> words_;
  Analysis analysis_;
};

}  // namespace pressmark
