// Reading files by position, and keeping what cannot be read twice.
#include "indexer/source/file_stream.h"

#include <poll.h>
#include <system_error>
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

PipeStream::PipeStream(FileDescriptor file, std::string name, ShouldStop should_stop)
    : file_(std::move(file)), name_(std::move(name)), should_stop_(std::move(should_stop)) {}

// What another reader of the same pipe has taken in between is waited for again.
std::size_t PipeStream::read(std::span<char> buffer) {
  while (true) {
    wait();
    auto const count = uninterrupted([&] { return ::read(file_.value(), buffer.data(), buffer.size()); });
    if (count != -1) return static_cast<std::size_t>(count);
    if (errno != EAGAIN) throw read_error(name_, last_error());
  }
}

void PipeStream::rewind() {
  throw read_error(name_, make_error_code(std::errc::invalid_seek));
}

// A signal cuts poll() short whatever its handler asks for (signal(7)).
void PipeStream::wait() const {
  pollfd file{.fd = file_.value(), .events = POLLIN, .revents = 0};
  int ready = 0;
  while (ready == 0) {
    stop_if_asked(should_stop_);
    ready = ::poll(&file, 1, static_cast<int>(kBetweenStopChecks.count()));
    if (ready == -1 && errno == EINTR) ready = 0;
  }
  if (ready == -1) throw read_error(name_, last_error());
}

FileDescriptor spool(ByteStream& bytes, std::string const& name, std::size_t max_bytes) {
  SpoolFile copy;
  std::vector<char> buffer(kChunkBytes);
  while (auto const count = bytes.read(buffer)) {
    copy.append({buffer.data(), count});
    if (copy.size() > max_bytes) throw too_large(name, max_bytes);
  }
  return std::move(copy).release();
}

}  // namespace pressmark
