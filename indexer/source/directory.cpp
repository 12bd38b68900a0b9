// Walking a directory tree that may be hostile: endless, deep, or in circles.
#include "indexer/source/directory.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <utility>

#include "common/base/error.h"
#include "common/base/files.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

bool is_hidden(fs::path const& path) {
  return path.filename().native().starts_with('.');
}

// Sorted, so that it does not depend on the file system which of two links to a directory counts.
std::vector<fs::directory_entry> sorted_entries(fs::path const& directory) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(*entry);
  if (error) throw read_error(directory.string(), error);
  std::sort(entries.begin(), entries.end());
  return entries;
}

class DirectoryWalk {
 public:
  DirectoryWalk(fs::path const& root, InputLimits const& limits) : root_(root), limits_(limits) {}

  std::vector<std::string> files() {
    enter(root_, 1);
    std::sort(files_.begin(), files_.end());
    return std::move(files_);
  }

 private:
  void enter(fs::path const& directory, std::size_t depth) {
    if (!is_new(directory)) return;
    if (depth > limits_.directory_depth) {
      refuse("nests directories deeper than the limit of " + std::to_string(limits_.directory_depth));
    }
    for (auto const& entry : sorted_entries(directory)) visit(entry, depth);
  }

  void visit(fs::directory_entry const& entry, std::size_t depth) {
    if (is_hidden(entry.path())) return;
    std::error_code unknown;
    auto const type = entry.status(unknown).type();
    if (type == fs::file_type::directory) return enter(entry.path(), depth + 1);
    if (type != fs::file_type::regular) return;
    if (files_.size() == limits_.directory_files) {
      refuse("holds more files than the limit of " + std::to_string(limits_.directory_files));
    }
    files_.push_back(entry.path().string());
  }

  // False for a directory that was entered before, by whatever path.
  bool is_new(fs::path const& directory) {
    struct stat status{};
    if (::stat(directory.c_str(), &status) == -1) {
      throw read_error(directory.string(), {errno, std::generic_category()});
    }
    return entered_.emplace(status.st_dev, status.st_ino).second;
  }

  [[noreturn]] void refuse(std::string const& why) const {
    throw Error(ErrorCode::bad_source, root_.string() + " " + why, "name directories in it one by one");
  }

  fs::path const& root_;
  InputLimits const& limits_;
  std::vector<std::string> files_;
  std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

std::vector<std::string> list_directory(fs::path const& directory, InputLimits const& limits) {
  return DirectoryWalk(directory, limits).files();
}

}  // namespace pressmark
