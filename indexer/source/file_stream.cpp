// Reading files by position, and keeping what cannot be read twice.
#include "indexer/source/file_stream.h"

#include <utility>
#include <vector>

#include "common/base/files.h"
#include "indexer/source/spool_file.h"

namespace pressmark {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

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
  SpoolFile copy;
  std::vector<char> buffer(kChunkBytes);
  while (true) {
    auto const count = uninterrupted([&] { return ::read(file.value(), buffer.data(), buffer.size()); });
    if (count == -1) throw read_error(name, last_error());
    if (count == 0) return std::move(copy).release();
    copy.append({buffer.data(), static_cast<std::size_t>(count)});
    if (copy.size() > max_bytes) throw too_large(name, max_bytes);
  }
}

}  // namespace pressmark
