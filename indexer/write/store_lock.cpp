// The lock file, held by an open file description lock (fcntl(2)): unlike a plain record lock
// it is not lost when the process closes another descriptor of the same file.
#include "indexer/write/store_lock.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/base/time.h"
#include "common/index/store_layout.h"

namespace pressmark {

namespace {

namespace fs = std::filesystem;

// The directories above it, too, are there after a power cut.
void make_store_directory(fs::path const& store) {
  std::error_code error;
  std::vector<fs::path> parents_of_new;
  for (auto path = fs::absolute(store); !fs::exists(path, error) && !error; path = path.parent_path()) {
    parents_of_new.push_back(path.parent_path());
  }
  fs::create_directories(store, error);
  if (error) throw write_error(store, error);
  for (auto const& parent : parents_of_new) sync_directory(parent);
}

// "PID SINCE\n" as the holder wrote it; a holder that has not come to writing yet is unknown.
[[noreturn]] void fail_locked(int descriptor) {
  std::array<char, 128> buffer{};
  ssize_t const bytes = pread(descriptor, buffer.data(), buffer.size(), 0);
  std::string_view const line(buffer.data(), bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
  std::size_t const space = line.find(' ');
  std::size_t const end = line.find('\n');
  std::string holder = "another process";
  if (space < end && end != std::string_view::npos) {
    holder = "process ";
    holder += line.substr(0, space);
    holder += " since ";
    holder += line.substr(space + 1, end - space - 1);
  }
  throw Error(ErrorCode::store_locked, "the store is being written by " + holder,
              "try again when it has finished");
}

// The line only serves the message above, so that a lock on a full disk is still a lock.
void write_holder(int descriptor) {
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  std::string const line = std::to_string(getpid()) + ' ' + format_rfc3339(now) + '\n';
  if (ftruncate(descriptor, 0) != 0) return;
  [[maybe_unused]] ssize_t const written = pwrite(descriptor, line.data(), line.size(), 0);
}

FileDescriptor lock_file(fs::path const& store) {
  make_store_directory(store);
  fs::path const path = StoreLayout{store}.lock();
  auto file = open_file(path, O_RDWR | O_CREAT);
  if (!file.is_open()) throw write_error(path, last_error());

  struct flock whole_file{};
  whole_file.l_type = F_WRLCK;
  whole_file.l_whence = SEEK_SET;
  if (fcntl(file.value(), F_OFD_SETLK, &whole_file) != 0) {
    if (errno == EAGAIN || errno == EACCES) fail_locked(file.value());
    throw write_error(path, last_error());
  }
  write_holder(file.value());
  return file;
}

}  // namespace

StoreLock::StoreLock(fs::path const& store) : file_(lock_file(store)) {}

// The file stays: were it deleted, two processes could hold locks on two files of that name.
StoreLock::~StoreLock() {
  [[maybe_unused]] int const emptied = ftruncate(file_.value(), 0);
}

}  // namespace pressmark
