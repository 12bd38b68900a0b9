// The files of a directory that is a source.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/limits.h"

namespace pressmark {

// The regular files below `directory`, at any depth, as paths that begin with it, sorted by their
// bytes. What is hidden (a name that begins with a dot) is left out. Symbolic links are followed,
// but no directory is entered twice; those that lead nowhere are left out. Throws
// Error{source_missing} if `directory` or one below it cannot be read, Error{bad_source} where it
// passes limits.directory_files or limits.directory_depth.
[[nodiscard]] std::vector<std::string> list_directory(std::filesystem::path const& directory,
                                                      InputLimits const& limits);

}  // namespace pressmark
