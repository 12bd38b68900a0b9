// Output that is lost is an error, never a silence.
#pragma once

#include <ostream>
#include <string>

namespace pressmark {

// Throws Error{disk_full} or Error{store_unwritable} if something could not be written to `out`, with the
// reason the system gave last; `name` tells the user which output it is.
void require_written(std::ostream const& out, std::string const& name);

}  // namespace pressmark
