// What the header fields of a response say, as values.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/time.h"

namespace pressmark {

struct MediaType {
  std::string name;     // "text/html", in lower case; empty where it is not told
  std::string charset;  // in lower case; empty where it is not told
};

// Reads a Content-Type (RFC 9110 §8.3). Never fails.
[[nodiscard]] MediaType parse_media_type(std::string_view field);

// How long a Retry-After asks to wait from `now` on, in seconds or until a date (RFC 9110 §10.2.3);
// never less than 0. Nothing where it says neither.
[[nodiscard]] std::optional<std::chrono::seconds> parse_retry_after(std::string_view field, Timestamp now);

}  // namespace pressmark
