// Looks for the file that was meant.
#include "cli/syntax/mistyped_file.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "common/base/error.h"
#include "common/strings/nearest_name.h"

namespace pressmark {

namespace fs = std::filesystem;

bool is_missing(std::string const& name) {
  std::error_code failure;
  return !name.empty() && name != "-" && !fs::exists(name, failure) && !failure;
}

std::optional<std::string> nearest_file(std::string const& name) {
  fs::path const path(name);
  auto const directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code failure;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);  // a directory has no order of its own
  auto const nearest = nearest_name(path.filename().string(), names);
  return nearest ? std::optional((path.parent_path() / *nearest).string()) : std::nullopt;
}

void refuse_mistyped_file(std::string const& name) {
  if (!is_missing(name)) return;
  auto const nearest = nearest_file(name);
  if (!nearest) return;
  throw Error(ErrorCode::source_missing, "there is no file " + name, "did you mean " + *nearest + "?");
}

}  // namespace pressmark
