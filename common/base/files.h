// The file system, with errors as Error and writes that survive a crash.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace pressmark {

// The whole file. Throws Error{source_missing} if it cannot be read, Error{bad_source} if it is
// larger than `max_bytes`. A directory is source_missing, with a hint.
[[nodiscard]] std::string read_file(std::filesystem::path const& path, std::size_t max_bytes);

// Standard input to its end, with the same limit.
[[nodiscard]] std::string read_standard_input(std::size_t max_bytes);

// Writes `contents` beside `path`, syncs, renames over `path` and syncs the directory: after a
// crash at any instant `path` holds the old or the new contents, whole. Throws
// Error{disk_full} or Error{store_unwritable}.
void write_file_atomically(std::filesystem::path const& path, std::string_view contents);

// Makes the entries of `directory` durable (fsync of the directory).
void sync_directory(std::filesystem::path const& directory);

// Makes every file below `directory`, and the directories themselves, durable.
void sync_tree(std::filesystem::path const& directory);

// Bytes used by all files below `path`; 0 if it does not exist.
[[nodiscard]] std::uintmax_t size_on_disk(std::filesystem::path const& path);

}  // namespace pressmark
