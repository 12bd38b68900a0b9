// Reading files by position, and keeping what cannot be read twice.
#include "indexer/source/file_stream.h"

#include <algorithm>
#include <filesystem>
#include <stdlib.h>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/files.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

FileDescriptor make_unnamed_file(fs::path const& folder) {
  auto pattern = (folder / "pressmark-XXXXXX").string();
  FileDescriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
  if (!file.is_open()) throw write_error(folder, last_error());
  ::unlink(pattern.c_str());
  return file;
}

void write_all(FileDescriptor const& file, std::string_view bytes, fs::path const& folder) {
  while (!bytes.empty()) {
    auto const count = uninterrupted([&] { return ::write(file.value(), bytes.data(), bytes.size()); });
    if (count == -1) throw write_error(folder, last_error());
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

FileStream::FileStream(FileDescriptor file, std::string name, std::size_t max_bytes)
    : file_(std::move(file)), name_(std::move(name)), max_bytes_(max_bytes) {
  begin_ = ::lseek(file_.value(), 0, SEEK_CUR);
  if (begin_ == -1) throw read_error(name_, last_error());
}

std::size_t FileStream::read(std::span<char> buffer) {
  auto const position = begin_ + static_cast<off_t>(offset_);
  auto const count =
      uninterrupted([&] { return ::pread(file_.value(), buffer.data(), buffer.size(), position); });
  if (count == -1) throw read_error(name_, last_error());
  offset_ += static_cast<std::size_t>(count);
  if (offset_ > max_bytes_) throw too_large(name_, max_bytes_);
  return static_cast<std::size_t>(count);
}

FileDescriptor spool(FileDescriptor const& file, std::string const& name, std::size_t max_bytes) {
  std::error_code unset;
  auto folder = fs::temp_directory_path(unset);
  if (unset) folder = "/tmp";
  auto copy = make_unnamed_file(folder);
  std::vector<char> buffer(kChunkBytes);
  std::size_t size = 0;
  while (true) {
    auto const count = uninterrupted([&] { return ::read(file.value(), buffer.data(), buffer.size()); });
    if (count == -1) throw read_error(name, last_error());
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > max_bytes) throw too_large(name, max_bytes);
    write_all(copy, {buffer.data(), static_cast<std::size_t>(count)}, folder);
  }
  if (::lseek(copy.value(), 0, SEEK_SET) == -1) throw read_error(name, last_error());
  return copy;
}

}  // namespace pressmark
