// Where the store is.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/process/context.h"
#include "common/base/setting.h"
#include "common/config/configuration.h"

namespace pressmark {

// `pressmark` in $XDG_DATA_HOME or ~/.local/share, if the environment has either.
[[nodiscard]] std::optional<std::filesystem::path> default_store(Environment const& environment);

// The directory given on the command line, else PRESSMARK_STORE, else what the configuration says,
// else default_store(). Empty counts as not given. Throws Error{usage} if nothing tells.
[[nodiscard]] Setting<std::filesystem::path> locate_store(std::string const& given,
                                                          Environment const& environment,
                                                          Configuration const& configuration);

}  // namespace pressmark
