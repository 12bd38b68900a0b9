// Ownership of open files, and system calls that signals cut short.
#pragma once

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace pressmark {

// Repeats a system call until no signal interrupts it.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

// Why the last system call failed.
[[nodiscard]] inline std::error_code last_error() {
  return {errno, std::generic_category()};
}

// Owns an open file, or none (-1).
class FileDescriptor {
 public:
  explicit FileDescriptor(int value) : value_(value) {}
  FileDescriptor(FileDescriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  ~FileDescriptor() {
    if (value_ != -1) ::close(value_);
  }
  FileDescriptor(FileDescriptor const&) = delete;
  FileDescriptor& operator=(FileDescriptor const&) = delete;
  FileDescriptor& operator=(FileDescriptor&&) = delete;

  [[nodiscard]] bool is_open() const { return value_ != -1; }
  [[nodiscard]] int value() const { return value_; }

 private:
  int value_;
};

// Opens `path` with the flags of open(2); is_open() says whether that worked, last_error() why not.
// `permissions` are those of a file that it makes, less the umask.
[[nodiscard]] inline FileDescriptor open_file(std::filesystem::path const& path, int flags,
                                              mode_t permissions = 0666) {
  return FileDescriptor(uninterrupted([&] { return ::open(path.c_str(), flags | O_CLOEXEC, permissions); }));
}

}  // namespace pressmark
