// Bytes of a document to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace pressmark {

struct DecodedText {
  std::string text;                // valid UTF-8 without byte order mark and control characters
  std::optional<Problem> problem;  // if characters were lost
};

// Reads `bytes` of the source `name` as UTF-8; bytes that are not become U+FFFD, as one Problem
// that names the encoding which an XML declaration promised. Throws Error{bad_source} for UTF-16.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, std::string const& name);

}  // namespace pressmark
