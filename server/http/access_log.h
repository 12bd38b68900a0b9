// One line for each request, without what readers searched unless that is wanted.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "common/base/time.h"
#include "server/http/request.h"

namespace pressmark {

struct LoggedAnswer {
  int status = 200;
  std::size_t bytes = 0;
  std::chrono::duration<double, std::milli> taken{};
};

enum class LoggedQueries { masked, written };

// "2026-03-14T08:00:00Z GET /search?... 200 5321 1.27ms", with a newline. No addresses of readers;
// bytes that could act on a terminal are escaped.
[[nodiscard]] std::string access_line(Timestamp now, Request const& request, LoggedAnswer const& answer,
                                      LoggedQueries queries);

}  // namespace pressmark
