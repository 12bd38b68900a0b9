// Output that did not get where it should is an error, never a silence.
#pragma once

#include <ostream>
#include <string>

namespace pressmark {

// Throws Error if something could not be written to `out`, with the reason the system gave
// last; `name` tells the user which output it is.
void require_written(std::ostream const& out, std::string const& name);

}  // namespace pressmark
