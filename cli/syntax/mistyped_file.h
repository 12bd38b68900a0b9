// Files whose names were mistyped.
#pragma once

#include <optional>
#include <string>

namespace pressmark {

// True if there certainly is no file `name`. "-" and the empty name are never missing.
[[nodiscard]] bool is_missing(std::string const& name);

// The file in the same directory whose name is nearly that of `name`, if there is one.
[[nodiscard]] std::optional<std::string> nearest_file(std::string const& name);

// Throws Error{source_missing} if there is no file `name`, but one with nearly that name in the
// same directory, and names it. What else may be wrong with a file is for its reader to say.
void refuse_mistyped_file(std::string const& name);

}  // namespace pressmark
