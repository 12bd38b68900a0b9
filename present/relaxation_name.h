// The names of relaxations that programs read.
#pragma once

#include <string>

#include "searcher/results/search_results.h"

namespace pressmark {

// "prefix", "typo" or "fewer-words"; empty for none.
[[nodiscard]] inline std::string relaxation_name(Relaxation relaxation) {
  switch (relaxation) {
    case Relaxation::prefix:
      return "prefix";
    case Relaxation::typo:
      return "typo";
    case Relaxation::fewer_words:
      return "fewer-words";
    case Relaxation::none:
      break;
  }
  return {};
}

}  // namespace pressmark
