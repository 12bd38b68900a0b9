// `pressmark check`: whether archive and index are sound and agree.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/store_layout.h"

namespace pressmark {

enum class Severity {
  warning,  // a later run puts it right by itself
  error,    // something is damaged or missing
};

struct Finding {
  Severity severity = Severity::error;
  std::string what;
  std::string hint;  // what the user can do about it; may be empty
};

struct CheckReport {
  std::size_t posts = 0;   // live in the archive
  std::string generation;  // the live one; empty if there is none
  std::vector<Finding> findings;
  std::string configuration;  // the file that was found right; empty if there is none

  [[nodiscard]] bool is_sound() const noexcept { return findings.empty(); }
};

// Reads everything and changes nothing: a store that may not be written will do (where it may be,
// SQLite's `-wal` and `-shm` lie beside the archive meanwhile, as for any reader). Waits for no writer,
// so that what one has half done may be told. Whatever is wrong is a finding; throws
// Error{store_missing} only where there is neither an archive nor an index, and Error{internal}.
[[nodiscard]] CheckReport check_store(StoreLayout const& layout);

}  // namespace pressmark
