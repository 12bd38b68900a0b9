// Which version of the index there is, without asking the disk for every request.
#pragma once

#include <chrono>
#include <optional>

#include "common/base/error.h"
#include "searcher/searcher.h"
#include "server/service/service_settings.h"

namespace pressmark {

// Not thread-safe.
class IndexWatch {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // The state as of at most kInterval ago; nothing if the index cannot be read: error() then tells
  // why.
  [[nodiscard]] std::optional<IndexState> const& state(SharedSettings const& settings, Time now);
  [[nodiscard]] Error const& error() const { return *error_; }

  static constexpr std::chrono::milliseconds kInterval{250};

 private:
  void look(Time now);

  SharedSettings settings_;
  std::optional<Searcher> searcher_;
  std::optional<IndexState> state_;
  std::optional<Error> error_;
  Time looked_;
};

}  // namespace pressmark
