// Reading and durable writing through POSIX calls, which tell why they fail.
#include "common/base/files.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/base/file_descriptor.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

// Everything up to the end of an open file; `expected_bytes` only spares allocations.
std::string read_to_end(int descriptor, std::string const& name, std::size_t expected_bytes,
                        std::size_t max_bytes) {
  constexpr std::size_t kChunk = std::size_t{1} << 16;
  std::string contents;
  std::size_t used = 0;
  contents.resize(std::min(expected_bytes, max_bytes) + 1);  // one more shows the end without growing
  while (true) {
    if (used == contents.size()) contents.resize(used + std::max(used, kChunk));
    auto const count =
        uninterrupted([&] { return ::read(descriptor, contents.data() + used, contents.size() - used); });
    if (count == -1) throw read_error(name, last_error());
    used += static_cast<std::size_t>(count);
    if (used > max_bytes) throw too_large(name, max_bytes);
    if (count == 0) break;
  }
  contents.resize(used);
  return contents;
}

void write_all(FileDescriptor const& file, std::string_view contents, fs::path const& path) {
  while (!contents.empty()) {
    auto const count = uninterrupted([&] { return ::write(file.value(), contents.data(), contents.size()); });
    if (count == -1) throw write_error(path, last_error());
    contents.remove_prefix(static_cast<std::size_t>(count));
  }
}

void sync(FileDescriptor const& file, fs::path const& path) {
  if (!file.is_open() || uninterrupted([&] { return ::fsync(file.value()); }) == -1) {
    throw write_error(path, last_error());
  }
}

void sync_path(fs::path const& path, int flags) {
  sync(open_file(path, flags), path);
}

void write_durably(fs::path const& path, std::string_view contents, Readers readers) {
  auto const file = open_file(path, O_WRONLY | O_CREAT | O_TRUNC, readers == Readers::owner ? 0600 : 0666);
  if (!file.is_open()) throw write_error(path, last_error());
  write_all(file, contents, path);
  sync(file, path);
}

}  // namespace

std::string read_file(fs::path const& path, std::size_t max_bytes) {
  auto const file = open_file(path, O_RDONLY);
  struct stat status{};
  if (!file.is_open() || ::fstat(file.value(), &status) == -1) throw read_error(path.string(), last_error());
  if (S_ISDIR(status.st_mode)) throw read_error(path.string(), make_error_code(std::errc::is_a_directory));
  auto const size = static_cast<std::size_t>(status.st_size);
  if (S_ISREG(status.st_mode) && size > max_bytes) throw too_large(path.string(), max_bytes);
  return read_to_end(file.value(), path.string(), size, max_bytes);
}

void write_file_atomically(fs::path const& path, std::string_view contents, Readers readers) {
  auto temporary = path;
  temporary += ".tmp";
  std::error_code error;
  try {
    write_durably(temporary, contents, readers);
    fs::rename(temporary, path, error);
    if (error) throw write_error(path, error);
  } catch (Error const&) {
    fs::remove(temporary, error);
    throw;
  }
  sync_directory(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

void sync_directory(fs::path const& directory) {
  sync_path(directory, O_RDONLY | O_DIRECTORY);
}

void sync_tree(fs::path const& directory) {
  std::error_code error;
  fs::recursive_directory_iterator entry(directory, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    auto const type = entry->symlink_status(error).type();
    if (error) break;
    if (type == fs::file_type::directory) sync_directory(entry->path());
    if (type == fs::file_type::regular) sync_path(entry->path(), O_RDONLY);
  }
  if (error) throw write_error(directory, error);
  sync_directory(directory);
}

std::uintmax_t size_on_disk(fs::path const& path) {
  std::error_code error;
  if (fs::is_regular_file(fs::symlink_status(path, error))) {
    auto const size = fs::file_size(path, error);
    return error ? 0 : size;
  }
  std::uintmax_t total = 0;
  fs::recursive_directory_iterator entry(path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (!fs::is_regular_file(entry->symlink_status(ignored))) continue;
    auto const size = entry->file_size(ignored);
    if (!ignored) total += size;
  }
  return total;
}

Error read_error(std::string const& name, std::error_code cause) {
  std::string hint;
  if (cause == std::errc::no_such_file_or_directory) {
    hint = "check the spelling of its name, and the folder it is named from";
  } else if (cause == std::errc::permission_denied || cause == std::errc::operation_not_permitted) {
    hint = "check the permissions of the file and of the folders above it";
  } else if (cause == std::errc::is_a_directory) {
    hint = "name a file in it";
  }
  return {ErrorCode::source_missing, "cannot read " + name + ": " + cause.message(), hint};
}

Error too_large(std::string const& name, std::size_t max_bytes) {
  return {ErrorCode::bad_source,
          name + " is larger than the limit of " + std::to_string(max_bytes) + " bytes",
          "split it into smaller files"};
}

Error write_error(fs::path const& path, std::error_code cause) {
  bool const is_full =
      cause == std::errc::no_space_on_device || cause == std::errc::file_too_large || cause.value() == EDQUOT;
  auto const what = "cannot write " + path.string() + ": " + cause.message();
  if (is_full) return {ErrorCode::disk_full, what, "free some space and run the command again"};
  return {ErrorCode::store_unwritable, what, "check that the folder exists and that you may write to it"};
}

}  // namespace pressmark
