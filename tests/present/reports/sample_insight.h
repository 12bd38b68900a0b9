// An insight with something in every list.
#pragma once

#include "operations/query_insight.h"

namespace pressmark {

inline QueryInsight sample_insight() {
  Day const first{std::chrono::year{2026} / 8 / 24};
  Day const last{std::chrono::year{2026} / 11 / 21};
  return {.period = {{first, last}},
          .readers = 200,
          .rare = 30,
          .threshold = 3,
          .most_searched = {{"GraphQL", 42, 12, SearchOutcome::found, "", last},
                            {"<b>\x1b[31m", 8, 1, SearchOutcome::found, "", first}},
          .without_results = {{"kubernetes & <operator>", 9, 0, SearchOutcome::nothing, "", last},
                              {"zfs", 4, 0, SearchOutcome::nothing, "", first}},
          .relaxed = {{"zfs", 6, 3, SearchOutcome::fewer_words, "", last},
                      {"kuber", 5, 2, SearchOutcome::prefix, "", first}},
          .corrected = {{"rename flie", 3, 1, SearchOutcome::typo, "rename file", first}}};
}

}  // namespace pressmark
