// Calling the callbacks of UpdateOptions.
#include "indexer/write/row_watch.h"

namespace pressmark {

void RowWatch::rows_done(std::size_t rows) {
  rows_ = rows;
  stop_if_asked(options_.should_stop);
  if (options_.progress) options_.progress({"indexing", rows_, total_});
}

void RowWatch::publishing() const {
  stop_if_asked(options_.should_stop);
  if (options_.progress) options_.progress({"publishing", rows_, total_});
}

}  // namespace pressmark
