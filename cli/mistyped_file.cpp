// Looks for the file that was meant.
#include "cli/mistyped_file.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "cli/nearest_name.h"
#include "common/base/error.h"

namespace pressmark {

namespace fs = std::filesystem;

void refuse_mistyped_file(std::string const& name) {
  fs::path const path(name);
  std::error_code failure;
  if (name.empty() || name == "-" || fs::exists(path, failure) || failure) return;
  auto const directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);  // a directory has no order of its own
  auto const nearest = nearest_name(path.filename().string(), names);
  if (!nearest) return;
  throw Error(ErrorCode::source_missing, "there is no file " + name,
              "did you mean " + (path.parent_path() / *nearest).string() + "?");
}

}  // namespace pressmark
