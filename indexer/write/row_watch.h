// Between rows and stages: telling how far the work has come, and asking whether it should go on.
#pragma once

#include <cstddef>

#include "indexer/write/index_writer.h"

namespace pressmark {

// Asks and tells whoever updates the index, in the thread that called update_index().
class RowWatch {
 public:
  // `total`: how many rows there will be. `options` have to outlive it.
  RowWatch(UpdateOptions const& options, std::size_t total) : options_(options), total_(total) {}

  // Rows done since the beginning. Asks, then tells; throws Error{interrupted} if the work should stop.
  void rows_done(std::size_t rows);
  void row_done() { rows_done(rows_ + 1); }
  // All rows are done, and now they are made visible. Asks, then tells.
  void publishing() const;

 private:
  UpdateOptions const& options_;
  std::size_t total_;
  std::size_t rows_ = 0;
};

}  // namespace pressmark
