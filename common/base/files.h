// The file system, with errors as Error and writes that survive a crash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "common/base/error.h"

namespace pressmark {

// The whole file. Throws Error{source_missing} if it cannot be read, Error{bad_source} if it is
// larger than `max_bytes`. A directory is source_missing, with a hint.
[[nodiscard]] std::string read_file(std::filesystem::path const& path, std::size_t max_bytes);

// Who may read a file, as far as the umask lets them.
enum class Readers { anybody, owner };

// Writes `contents` to "<path>.tmp", syncs, renames over `path` and syncs the directory: after a
// crash at any instant `path` holds the old or the new contents, whole. The caller sees to it
// that only one writer at a time works on `path`. Throws Error{disk_full} or
// Error{store_unwritable}.
void write_file_atomically(std::filesystem::path const& path, std::string_view contents,
                           Readers readers = Readers::anybody);

// Makes the entries of `directory` durable (fsync of the directory).
void sync_directory(std::filesystem::path const& directory);

// Makes every file below `directory`, and the directories themselves, durable.
void sync_tree(std::filesystem::path const& directory);

// Bytes used by all files below `path`; 0 if it does not exist. What cannot be read, or vanishes
// meanwhile, does not count.
[[nodiscard]] std::uintmax_t size_on_disk(std::filesystem::path const& path);

// The error for reading what messages call `name`, which failed with `cause`: source_missing with a
// hint where one helps.
[[nodiscard]] Error read_error(std::string const& name, std::error_code cause);

// The error for a source larger than `max_bytes`: bad_source.
[[nodiscard]] Error too_large(std::string const& name, std::size_t max_bytes);

// The error for a change of `path` that failed with `cause`: disk_full where a disk, quota or
// file size limit is reached, else store_unwritable.
[[nodiscard]] Error write_error(std::filesystem::path const& path, std::error_code cause);

}  // namespace pressmark
