// Where bytes come from.
#pragma once

#include <string>

#include "common/base/limits.h"

namespace pressmark {

struct SourceBytes {
  std::string name;  // as the user gave it; "standard input" for "-"
  std::string bytes;
};

// Reads the file `name`, or standard input for "-". Throws Error{source_missing} if there is
// nothing to read (no such file, a directory, an address on the web), Error{bad_source} if it is
// larger than limits.feed_bytes.
[[nodiscard]] SourceBytes read_source(std::string const& name, InputLimits const& limits);

}  // namespace pressmark
