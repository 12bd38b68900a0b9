// Loaded into a program by LD_PRELOAD: lets one chosen file system call below a directory go wrong.
//
//   PRESSMARK_FAULT_ROOT  absolute path; calls that change what is at or below it are counted from 1
//   PRESSMARK_FAULT_AT    the number of the call where the fault strikes
//   PRESSMARK_FAULT       the fault:
//     kill         the process gets SIGKILL before the call
//     kill-after   the process gets SIGKILL after the call
//     power-cut       the process gets SIGKILL before the call, and what it has not synced is undone
//     power-cut-some  as power-cut, but only some of that is undone, always the same
//     stop         the process stops (SIGSTOP) before the call, and goes on when it is continued
//     eio          the call fails with EIO
//     enospc       from here on, every call that takes space fails with ENOSPC
//     short-write  as enospc, but the first one, if it writes, still writes half
//   A power cut whose call never comes strikes when the process has ended well. What takes its place keeps
//   what it undoes in ROOT.attic.
//   PRESSMARK_FAULT_LOG   a file outside of the root: gets a line for each counted call
//
// Paths are compared as they are given, so the program must be given the root without symbolic
// links or "..". Writing through mmap() goes unseen.
#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstddef>
#include <fcntl.h>
#include <new>
#include <string>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "injector.h"
#include "next_function.h"

using namespace pressmark;

namespace {

Injector& injector() {
  // Never destroyed: the program may write until its very end.
  alignas(Injector) static std::array<std::byte, sizeof(Injector)> storage;
  static auto* instance = ::new (storage.data()) Injector();
  return *instance;
}

// Of the library, after what the program does at its exit.
[[gnu::destructor]] void end_of_program() {
  injector().end();
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

Change contents(int descriptor) {
  return {.kind = Change::Kind::contents, .descriptor = descriptor};
}

Change sync(int descriptor) {
  return {.kind = Change::Kind::sync, .descriptor = descriptor};
}

Change at_place(Change::Kind kind, int directory, char const* path) {
  return {.kind = kind, .place = {directory, path}};
}

Change move(int from_directory, char const* from, int to_directory, char const* to) {
  return {.kind = Change::Kind::move, .place = {to_directory, to}, .from = {from_directory, from}};
}

// `call`, unless its turn has come; `half` is what a short write does instead.
template <typename Call, typename Half>
auto intercept(char const* name, std::string const& path, Demand demand, Change const& change, Call call,
               Half half) -> decltype(call()) {
  auto const turn = injector().turn();
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
  return injector().perform(path, change, call);
}

template <typename Call>
auto intercept(char const* name, std::string const& path, Demand demand, Change const& change, Call call)
    -> decltype(call()) {
  return intercept(name, path, demand, change, call, [&]() -> decltype(call()) {
    errno = ENOSPC;
    return -1;
  });
}

// A write of `size` bytes, done by `write_first(n)` as far as the first n of them. A disk with
// no room for a single byte says so at once.
template <typename WriteFirst>
ssize_t intercept_write(char const* name, int descriptor, std::size_t size, WriteFirst write_first) {
  return intercept(
      name, path_of(descriptor), Demand::space, contents(descriptor), [&] { return write_first(size); },
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
  auto const result = intercept(name, path_of(descriptor), Demand::space, contents(descriptor), [&] {
    errno = call();
    return errno == 0 ? 0 : -1;
  });
  return result == 0 ? 0 : std::exchange(errno, saved);
}

// Opening counts where it may create or empty a file.
template <typename Call>
int intercept_open(char const* name, int directory, char const* path, int flags, Call call) {
  if ((flags & (O_CREAT | O_TRUNC)) == 0) return call();
  auto change = at_place(Change::Kind::opening, directory, path);
  change.empties = (flags & O_TRUNC) != 0;
  return intercept(name, path_of(directory, path), Demand::space, change, call);
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
  return intercept("ftruncate", path_of(descriptor), demand_of_resize(descriptor, size), contents(descriptor),
                   [&] { return next(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) noexcept {
  static auto* next = next_function<decltype(::ftruncate64)>("ftruncate64");
  return intercept("ftruncate64", path_of(descriptor), demand_of_resize(descriptor, size),
                   contents(descriptor), [&] { return next(descriptor, size); });
}

int fallocate(int descriptor, int mode, off_t offset, off_t size) {
  static auto* next = next_function<decltype(::fallocate)>("fallocate");
  return intercept("fallocate", path_of(descriptor), Demand::space, contents(descriptor),
                   [&] { return next(descriptor, mode, offset, size); });
}

int fallocate64(int descriptor, int mode, off64_t offset, off64_t size) {
  static auto* next = next_function<decltype(::fallocate64)>("fallocate64");
  return intercept("fallocate64", path_of(descriptor), Demand::space, contents(descriptor),
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
  return intercept("fsync", path_of(descriptor), Demand::none, sync(descriptor),
                   [&] { return next(descriptor); });
}

int fdatasync(int descriptor) {
  static auto* next = next_function<decltype(::fdatasync)>("fdatasync");
  return intercept("fdatasync", path_of(descriptor), Demand::none, sync(descriptor),
                   [&] { return next(descriptor); });
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
  return intercept("mkdir", path_of(AT_FDCWD, path), Demand::space,
                   at_place(Change::Kind::making, AT_FDCWD, path), [&] { return next(path, mode); });
}

int mkdirat(int directory, char const* path, mode_t mode) noexcept {
  static auto* next = next_function<decltype(::mkdirat)>("mkdirat");
  return intercept("mkdirat", path_of(directory, path), Demand::space,
                   at_place(Change::Kind::making, directory, path),
                   [&] { return next(directory, path, mode); });
}

int link(char const* from, char const* to) noexcept {
  static auto* next = next_function<decltype(::link)>("link");
  return intercept("link", path_of(AT_FDCWD, to), Demand::space, at_place(Change::Kind::making, AT_FDCWD, to),
                   [&] { return next(from, to); });
}

int rename(char const* from, char const* to) noexcept {
  static auto* next = next_function<decltype(::rename)>("rename");
  return intercept("rename", path_of(AT_FDCWD, to), Demand::space, move(AT_FDCWD, from, AT_FDCWD, to),
                   [&] { return next(from, to); });
}

int renameat(int from_directory, char const* from, int to_directory, char const* to) noexcept {
  static auto* next = next_function<decltype(::renameat)>("renameat");
  return intercept("renameat", path_of(to_directory, to), Demand::space,
                   move(from_directory, from, to_directory, to),
                   [&] { return next(from_directory, from, to_directory, to); });
}

int unlink(char const* path) noexcept {
  static auto* next = next_function<decltype(::unlink)>("unlink");
  return intercept("unlink", path_of(AT_FDCWD, path), Demand::none,
                   at_place(Change::Kind::removal, AT_FDCWD, path), [&] { return next(path); });
}

int unlinkat(int directory, char const* path, int flags) noexcept {
  static auto* next = next_function<decltype(::unlinkat)>("unlinkat");
  return intercept("unlinkat", path_of(directory, path), Demand::none,
                   at_place(Change::Kind::removal, directory, path),
                   [&] { return next(directory, path, flags); });
}

int remove(char const* path) noexcept {
  static auto* next = next_function<decltype(::remove)>("remove");
  return intercept("remove", path_of(AT_FDCWD, path), Demand::none,
                   at_place(Change::Kind::removal, AT_FDCWD, path), [&] { return next(path); });
}

int rmdir(char const* path) noexcept {
  static auto* next = next_function<decltype(::rmdir)>("rmdir");
  return intercept("rmdir", path_of(AT_FDCWD, path), Demand::none,
                   at_place(Change::Kind::removal, AT_FDCWD, path), [&] { return next(path); });
}

}  // extern "C"
