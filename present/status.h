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

// What can be wrong with a request before anything is asked of the store.
enum class RequestFault {
  bad_parameter,
  malformed_request,
  not_found,
  method_not_allowed,
  content_too_large,
  uri_too_long,
  headers_too_large,
  too_many_requests,
  overloaded,
};

struct FaultStatus {
  std::string_view name;  // stable, as in Status
  int http;
};

[[nodiscard]] FaultStatus status_of(RequestFault fault) noexcept;

// What HTTP calls a status: "Not Found" (RFC 9110 §15); "Error" for one that is not used here.
[[nodiscard]] std::string_view http_title(int status) noexcept;

}  // namespace pressmark
