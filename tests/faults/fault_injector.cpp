// Loaded into a program by LD_PRELOAD: lets one chosen file system call below a directory go wrong.
//
//   PRESSMARK_FAULT_ROOT  absolute path; calls that change what is at or below it are counted from 1
//   PRESSMARK_FAULT_AT    the number of the call where the fault strikes
//   PRESSMARK_FAULT       the fault:
//     kill         the process gets SIGKILL before the call
//     kill-after   the process gets SIGKILL after the call
//     stop         the process stops (SIGSTOP) before the call, and goes on when it is continued
//     eio          the call fails with EIO
//     enospc       from here on, every call that takes space fails with ENOSPC
//     short-write  as enospc, but the first one, if it writes, still writes half
//   PRESSMARK_FAULT_LOG   a file outside of the root: gets a line for each counted call
//
// Paths are compared as they are given, so the program must be given the root without symbolic
// links or "..". Writing through mmap() goes unseen.
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

enum class Fault { none, kill, kill_after, stop, eio, enospc, short_write };

// What a call asks of the disk.
enum class Demand { space, none };

enum class Outcome { succeed, succeed_then_die, write_half, fail_with_eio, fail_with_enospc };

// The function that the program would have called.
template <typename Function>
Function* next_function(char const* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string_view setting(char const* name) {
  auto const* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

Fault wanted_fault() {
  auto const name = setting("PRESSMARK_FAULT");
  if (name == "kill") return Fault::kill;
  if (name == "kill-after") return Fault::kill_after;
  if (name == "stop") return Fault::stop;
  if (name == "eio") return Fault::eio;
  if (name == "enospc") return Fault::enospc;
  if (name == "short-write") return Fault::short_write;
  return Fault::none;
}

int open_log() {
  auto const path = setting("PRESSMARK_FAULT_LOG");
  if (path.empty()) return -1;
  static auto* next = next_function<int(char const*, int, ...)>("open");
  return next(path.data(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

// Counts calls and decides what becomes of each. Safe to use from several threads.
class Injector {
 public:
  Outcome outcome_of(char const* call, std::string const& path, Demand demand) {
    if (!is_below_root(path)) return Outcome::succeed;
    auto const number = ++count_;
    log(call, path);
    if (number < at_) return Outcome::succeed;
    bool const is_the_one = number == at_;
    switch (fault_) {
      case Fault::none:
        break;
      case Fault::kill:
        if (is_the_one) ::raise(SIGKILL);
        break;
      case Fault::stop:
        if (is_the_one) ::raise(SIGSTOP);
        break;
      case Fault::kill_after:
        if (is_the_one) return Outcome::succeed_then_die;
        break;
      case Fault::eio:
        if (is_the_one) return Outcome::fail_with_eio;
        break;
      case Fault::enospc:
        if (demand == Demand::space) return Outcome::fail_with_enospc;
        break;
      case Fault::short_write:
        if (demand == Demand::space) return is_the_one ? Outcome::write_half : Outcome::fail_with_enospc;
        break;
    }
    return Outcome::succeed;
  }

 private:
  [[nodiscard]] bool is_below_root(std::string_view path) const {
    if (root_.empty() || !path.starts_with(root_)) return false;
    return path.size() == root_.size() || path[root_.size()] == '/';
  }

  void log(char const* call, std::string const& path) const {
    if (log_ == -1) return;
    static auto* next = next_function<ssize_t(int, void const*, std::size_t)>("write");
    auto const line = std::string(call) + ' ' + path + '\n';
    [[maybe_unused]] auto const written = next(log_, line.data(), line.size());
  }

  std::string root_{setting("PRESSMARK_FAULT_ROOT")};
  Fault fault_ = wanted_fault();
  long at_ = std::atol(std::string(setting("PRESSMARK_FAULT_AT")).c_str());
  int log_ = open_log();
  std::atomic<long> count_{0};
};

Injector& injector() {
  // Never destroyed: the program may write until its very end.
  alignas(Injector) static std::array<std::byte, sizeof(Injector)> storage;
  static auto* instance = ::new (storage.data()) Injector();
  return *instance;
}

std::string path_of(int descriptor) {
  std::array<char, PATH_MAX> target{};
  auto const link = "/proc/self/fd/" + std::to_string(descriptor);
  auto const size = ::readlink(link.c_str(), target.data(), target.size());
  return size > 0 ? std::string(target.data(), static_cast<std::size_t>(size)) : std::string();
}

std::string path_of(int directory, char const* path) {
  if (path[0] == '/') return path;
  if (directory != AT_FDCWD) return path_of(directory) + '/' + path;
  std::array<char, PATH_MAX> current{};
  return ::getcwd(current.data(), current.size()) == nullptr ? std::string()
                                                             : std::string(current.data()) + '/' + path;
}

// `call`, unless its turn has come; `half` is what a short write does instead.
template <typename Call, typename Half>
auto intercept(char const* name, std::string const& path, Demand demand, Call call, Half half)
    -> decltype(call()) {
  switch (injector().outcome_of(name, path, demand)) {
    case Outcome::succeed:
      break;
    case Outcome::succeed_then_die: {
      auto const result = call();
      ::raise(SIGKILL);
      return result;
    }
    case Outcome::write_half:
      return half();
    case Outcome::fail_with_eio:
      errno = EIO;
      return -1;
    case Outcome::fail_with_enospc:
      errno = ENOSPC;
      return -1;
  }
  return call();
}

template <typename Call>
auto intercept(char const* name, std::string const& path, Demand demand, Call call) -> decltype(call()) {
  return intercept(name, path, demand, call, [&]() -> decltype(call()) {
    errno = ENOSPC;
    return -1;
  });
}

// A write of `size` bytes, done by `write_first(n)` as far as the first n of them. A disk with
// no room for a single byte says so at once.
template <typename WriteFirst>
ssize_t intercept_write(char const* name, int descriptor, std::size_t size, WriteFirst write_first) {
  return intercept(
      name, path_of(descriptor), Demand::space, [&] { return write_first(size); },
      [&]() -> ssize_t {
        if (size >= 2) return write_first(size / 2);
        errno = ENOSPC;
        return -1;
      });
}

std::size_t total_size(iovec const* parts, int count) {
  std::size_t total = 0;
  for (int i = 0; i < count; ++i) total += parts[i].iov_len;
  return total;
}

std::vector<iovec> first_bytes(iovec const* parts, int count, std::size_t size) {
  std::vector<iovec> first(parts, parts + count);
  for (auto& part : first) {
    part.iov_len = std::min(part.iov_len, size);
    size -= part.iov_len;
  }
  return first;
}

Demand demand_of_resize(int descriptor, off_t size) {
  struct stat status{};
  return ::fstat(descriptor, &status) == 0 && size > status.st_size ? Demand::space : Demand::none;
}

// The number of the error that stopped an allocation, as posix_fallocate() returns it.
template <typename Call>
int intercept_posix_fallocate(char const* name, int descriptor, Call call) {
  auto const saved = errno;
  auto const result = intercept(name, path_of(descriptor), Demand::space, [&] {
    errno = call();
    return errno == 0 ? 0 : -1;
  });
  return result == 0 ? 0 : std::exchange(errno, saved);
}

// Opening counts where it may create or empty a file.
template <typename Call>
int intercept_open(char const* name, int directory, char const* path, int flags, Call call) {
  if ((flags & (O_CREAT | O_TRUNC)) == 0) return call();
  return intercept(name, path_of(directory, path), Demand::space, call);
}

mode_t mode_argument(int flags, std::va_list arguments) {
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

// The functions of the C library, taken over. Where it has two names for one call, both are.
extern "C" {

ssize_t write(int descriptor, void const* bytes, std::size_t size) {
  static auto* next = next_function<decltype(::write)>("write");
  return intercept_write("write", descriptor, size,
                         [&](std::size_t n) { return next(descriptor, bytes, n); });
}

ssize_t pwrite(int descriptor, void const* bytes, std::size_t size, off_t offset) {
  static auto* next = next_function<decltype(::pwrite)>("pwrite");
  return intercept_write("pwrite", descriptor, size,
                         [&](std::size_t n) { return next(descriptor, bytes, n, offset); });
}

ssize_t pwrite64(int descriptor, void const* bytes, std::size_t size, off64_t offset) {
  static auto* next = next_function<decltype(::pwrite64)>("pwrite64");
  return intercept_write("pwrite64", descriptor, size,
                         [&](std::size_t n) { return next(descriptor, bytes, n, offset); });
}

ssize_t writev(int descriptor, iovec const* parts, int count) {
  static auto* next = next_function<decltype(::writev)>("writev");
  return intercept_write("writev", descriptor, total_size(parts, count), [&](std::size_t n) {
    return next(descriptor, first_bytes(parts, count, n).data(), count);
  });
}

ssize_t pwritev(int descriptor, iovec const* parts, int count, off_t offset) {
  static auto* next = next_function<decltype(::pwritev)>("pwritev");
  return intercept_write("pwritev", descriptor, total_size(parts, count), [&](std::size_t n) {
    return next(descriptor, first_bytes(parts, count, n).data(), count, offset);
  });
}

ssize_t pwritev64(int descriptor, iovec const* parts, int count, off64_t offset) {
  static auto* next = next_function<decltype(::pwritev64)>("pwritev64");
  return intercept_write("pwritev64", descriptor, total_size(parts, count), [&](std::size_t n) {
    return next(descriptor, first_bytes(parts, count, n).data(), count, offset);
  });
}

int ftruncate(int descriptor, off_t size) noexcept {
  static auto* next = next_function<decltype(::ftruncate)>("ftruncate");
  return intercept("ftruncate", path_of(descriptor), demand_of_resize(descriptor, size),
                   [&] { return next(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  static auto* next = next_function<decltype(::ftruncate64)>("ftruncate64");
  return intercept("ftruncate64", path_of(descriptor), demand_of_resize(descriptor, size),
                   [&] { return next(descriptor, size); });
}

int fallocate(int descriptor, int mode, off_t offset, off_t size) {
  static auto* next = next_function<decltype(::fallocate)>("fallocate");
  return intercept("fallocate", path_of(descriptor), Demand::space,
                   [&] { return next(descriptor, mode, offset, size); });
}

int fallocate64(int descriptor, int mode, off64_t offset, off64_t size) {
  static auto* next = next_function<decltype(::fallocate64)>("fallocate64");
  return intercept("fallocate64", path_of(descriptor), Demand::space,
                   [&] { return next(descriptor, mode, offset, size); });
}

int posix_fallocate(int descriptor, off_t offset, off_t size) {
  static auto* next = next_function<decltype(::posix_fallocate)>("posix_fallocate");
  return intercept_posix_fallocate("posix_fallocate", descriptor,
                                   [&] { return next(descriptor, offset, size); });
}

int posix_fallocate64(int descriptor, off64_t offset, off64_t size) {
  static auto* next = next_function<decltype(::posix_fallocate64)>("posix_fallocate64");
  return intercept_posix_fallocate("posix_fallocate64", descriptor,
                                   [&] { return next(descriptor, offset, size); });
}

int fsync(int descriptor) {
  static auto* next = next_function<decltype(::fsync)>("fsync");
  return intercept("fsync", path_of(descriptor), Demand::none, [&] { return next(descriptor); });
}

int fdatasync(int descriptor) {
  static auto* next = next_function<decltype(::fdatasync)>("fdatasync");
  return intercept("fdatasync", path_of(descriptor), Demand::none, [&] { return next(descriptor); });
}

int open(char const* path, int flags, ...) {
  static auto* next = next_function<decltype(::open)>("open");
  std::va_list arguments;
  va_start(arguments, flags);
  auto const mode = mode_argument(flags, arguments);
  va_end(arguments);
  return intercept_open("open", AT_FDCWD, path, flags, [&] { return next(path, flags, mode); });
}

int open64(char const* path, int flags, ...) {
  static auto* next = next_function<decltype(::open64)>("open64");
  std::va_list arguments;
  va_start(arguments, flags);
  auto const mode = mode_argument(flags, arguments);
  va_end(arguments);
  return intercept_open("open64", AT_FDCWD, path, flags, [&] { return next(path, flags, mode); });
}

int openat(int directory, char const* path, int flags, ...) {
  static auto* next = next_function<decltype(::openat)>("openat");
  std::va_list arguments;
  va_start(arguments, flags);
  auto const mode = mode_argument(flags, arguments);
  va_end(arguments);
  return intercept_open("openat", directory, path, flags, [&] { return next(directory, path, flags, mode); });
}

int openat64(int directory, char const* path, int flags, ...) {
  static auto* next = next_function<decltype(::openat64)>("openat64");
  std::va_list arguments;
  va_start(arguments, flags);
  auto const mode = mode_argument(flags, arguments);
  va_end(arguments);
  return intercept_open("openat64", directory, path, flags,
                        [&] { return next(directory, path, flags, mode); });
}

int mkdir(char const* path, mode_t mode) noexcept {
  static auto* next = next_function<decltype(::mkdir)>("mkdir");
  return intercept("mkdir", path_of(AT_FDCWD, path), Demand::space, [&] { return next(path, mode); });
}

int mkdirat(int directory, char const* path, mode_t mode) noexcept {
  static auto* next = next_function<decltype(::mkdirat)>("mkdirat");
  return intercept("mkdirat", path_of(directory, path), Demand::space,
                   [&] { return next(directory, path, mode); });
}

int link(char const* from, char const* to) noexcept {
  static auto* next = next_function<decltype(::link)>("link");
  return intercept("link", path_of(AT_FDCWD, to), Demand::space, [&] { return next(from, to); });
}

int rename(char const* from, char const* to) noexcept {
  static auto* next = next_function<decltype(::rename)>("rename");
  return intercept("rename", path_of(AT_FDCWD, to), Demand::space, [&] { return next(from, to); });
}

int renameat(int from_directory, char const* from, int to_directory, char const* to) noexcept {
  static auto* next = next_function<decltype(::renameat)>("renameat");
  return intercept("renameat", path_of(to_directory, to), Demand::space,
                   [&] { return next(from_directory, from, to_directory, to); });
}

int unlink(char const* path) noexcept {
  static auto* next = next_function<decltype(::unlink)>("unlink");
  return intercept("unlink", path_of(AT_FDCWD, path), Demand::none, [&] { return next(path); });
}

int unlinkat(int directory, char const* path, int flags) noexcept {
  static auto* next = next_function<decltype(::unlinkat)>("unlinkat");
  return intercept("unlinkat", path_of(directory, path), Demand::none,
                   [&] { return next(directory, path, flags); });
}

int remove(char const* path) noexcept {
  static auto* next = next_function<decltype(::remove)>("remove");
  return intercept("remove", path_of(AT_FDCWD, path), Demand::none, [&] { return next(path); });
}

int rmdir(char const* path) noexcept {
  static auto* next = next_function<decltype(::rmdir)>("rmdir");
  return intercept("rmdir", path_of(AT_FDCWD, path), Demand::none, [&] { return next(path); });
}

}  // extern "C"
