// What is told of an answer besides its text: to the counts, the log of queries and the cache.
#pragma once

#include <optional>

#include "common/query_log/answered_search.h"
#include "server/answer/stage_times.h"

namespace pressmark {

struct AnswerFacts {
  bool found = true;                   // false for a search that found nothing
  bool is_partial = false;             // another time there may be more to it
  SharedSearch search{};               // for the query log; nothing for what is no search of a reader
  std::optional<StageTimes> stages{};  // of a search that was made; nothing for an answer that was kept
};

}  // namespace pressmark
