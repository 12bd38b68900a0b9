// Files whose names were mistyped.
#pragma once

#include <string>

namespace pressmark {

// Throws Error{source_missing} if there is no file `name`, but one with nearly that name in the
// same directory, and names it. What else may be wrong with a file is for its reader to say.
void refuse_mistyped_file(std::string const& name);

}  // namespace pressmark
