// Where the store is.
#pragma once

#include <string>

#include "cli/context.h"
#include "common/index/store_layout.h"

namespace pressmark {

// The directory given on the command line, else PRESSMARK_STORE, else `pressmark` in
// $XDG_DATA_HOME or ~/.local/share. Empty counts as not given. Throws Error{usage} if nothing
// tells.
[[nodiscard]] StoreLayout locate_store(std::string const& given, Environment const& environment);

}  // namespace pressmark
