// What an error means to those who only see a number or a word: the one table.
#pragma once

#include <string_view>

#include "common/base/error.h"

namespace pressmark {

// Exit statuses that are no errors.
inline constexpr int kExitDone = 0;
inline constexpr int kExitNothingFound = 1;
inline constexpr int kExitCheckFailed = 1;

struct Status {
  std::string_view name;  // stable; the `code` of an HTTP problem report
  int exit;               // 1 a check failed, 2 an error, 75 and 78 as in sysexits.h
  int http;
};

[[nodiscard]] Status status_of(ErrorCode code) noexcept;

}  // namespace pressmark
