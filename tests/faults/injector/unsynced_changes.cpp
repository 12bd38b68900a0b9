// Keeps what was durable: contents in memory, names in the attic.
#include "unsynced_changes.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include "next_function.h"

namespace pressmark {
namespace {

// As much as a disk writes wholly or not at all, at most.
constexpr std::size_t kBlock = 4096;

// Calls that the injector does not see.
struct Calls {
  decltype(::openat)* openat = next_function<decltype(::openat)>("openat");
  decltype(::pwrite)* pwrite = next_function<decltype(::pwrite)>("pwrite");
  decltype(::ftruncate)* ftruncate = next_function<decltype(::ftruncate)>("ftruncate");
  decltype(::mkdirat)* mkdirat = next_function<decltype(::mkdirat)>("mkdirat");
  decltype(::renameat)* renameat = next_function<decltype(::renameat)>("renameat");
};

Calls const& real() {
  static Calls const calls;
  return calls;
}

// A model that lost track would let a test pass that ought to fail.
void require(bool done, char const* what) {
  if (done) return;
  std::perror(what);
  std::abort();
}

std::string contents_of(int descriptor) {
  struct stat status{};
  require(::fstat(descriptor, &status) == 0, "fstat");
  std::string contents(static_cast<std::size_t>(status.st_size), '\0');
  auto const size = ::pread(descriptor, contents.data(), contents.size(), 0);
  require(size == status.st_size, "pread");
  return contents;
}

void replace_contents(int descriptor, std::string_view contents) {
  require(real().ftruncate(descriptor, static_cast<off_t>(contents.size())) == 0, "ftruncate");
  auto const written = real().pwrite(descriptor, contents.data(), contents.size(), 0);
  require(written == static_cast<ssize_t>(contents.size()), "pwrite");
}

std::string_view file_name(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

std::string directory_name(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  auto const slash = path.rfind('/');
  return slash == std::string_view::npos ? "." : std::string(path.substr(0, slash + 1));
}

void move_file(int from_directory, std::string const& from, int to_directory, std::string const& to) {
  require(real().renameat(from_directory, from.c_str(), to_directory, to.c_str()) == 0, "renameat");
}

int open_directory(int parent, std::string const& path) {
  int const opened = real().openat(parent, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  require(opened != -1, "open of a directory");
  return opened;
}

bool exists(PathAt const& place, struct stat& status) {
  return ::fstatat(place.directory, place.path, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

bool is_gone(int directory) {
  struct stat status{};
  require(::fstat(directory, &status) == 0, "fstat");
  return status.st_nlink == 0;
}

}  // namespace

std::string UnsyncedChanges::attic_name() {
  if (attic_names_ == 0)
    require(real().mkdirat(AT_FDCWD, attic_.c_str(), 0777) == 0 || errno == EEXIST, "mkdir");
  return attic_ + '/' + std::to_string(attic_names_++);
}

// A second name for it, under which it outlives the change.
std::string UnsyncedChanges::link_into_attic(PathAt const& place) {
  auto name = attic_name();
  require(::linkat(place.directory, place.path, AT_FDCWD, name.c_str(), 0) == 0, "linkat");
  return name;
}

void UnsyncedChanges::remember_contents(int descriptor) {
  struct stat status{};
  require(::fstat(descriptor, &status) == 0, "fstat");
  if (!S_ISREG(status.st_mode)) return;
  auto& file = files_[{status.st_dev, status.st_ino}];
  if (file.descriptor == -1) {
    auto const link = "/proc/self/fd/" + std::to_string(descriptor);
    file.descriptor = real().openat(AT_FDCWD, link.c_str(), O_RDWR | O_CLOEXEC);
    require(file.descriptor != -1, "open");
  }
  if (!file.durable) file.durable = contents_of(file.descriptor);
}

UnsyncedChanges::Inode UnsyncedChanges::directory_of(PathAt const& place) {
  auto const parent = directory_name(place.path);
  struct stat status{};
  require(::fstatat(place.directory, parent.c_str(), &status, 0) == 0, "fstatat");
  Inode const inode{status.st_dev, status.st_ino};
  auto const [found, is_new] = directories_.try_emplace(inode, -1);
  if (is_new) found->second = open_directory(place.directory, parent);
  return inode;
}

void UnsyncedChanges::remember_opened(PathAt const& place) {
  int const opened = real().openat(place.directory, place.path, O_RDWR | O_CLOEXEC);
  require(opened != -1, "open");
  remember_contents(opened);  // and stays open: closing it would drop locks
}

UnsyncedChanges::Before UnsyncedChanges::before(Change const& change) {
  Before before;
  struct stat status{};
  switch (change.kind) {
    case Change::Kind::contents:
      remember_contents(change.descriptor);
      break;
    case Change::Kind::opening:
      before.existed = exists(change.place, status);
      if (before.existed && change.empties) remember_opened(change.place);
      break;
    case Change::Kind::removal:
    case Change::Kind::move:
      before.existed = exists(change.place, status);
      before.was_directory = before.existed && S_ISDIR(status.st_mode);
      before.inode = {status.st_dev, status.st_ino};
      if (before.existed && !before.was_directory) before.kept = link_into_attic(change.place);
      break;
    case Change::Kind::sync:
    case Change::Kind::making:
      break;
  }
  return before;
}

void UnsyncedChanges::after(Change const& change, Before const& before) {
  switch (change.kind) {
    case Change::Kind::contents:
      break;
    case Change::Kind::sync:
      forget(change.descriptor);
      break;
    case Change::Kind::opening:
      if (!before.existed) note(change, before);
      break;
    case Change::Kind::making:
    case Change::Kind::removal:
    case Change::Kind::move:
      note(change, before);
      break;
  }
}

void UnsyncedChanges::note(Change const& change, Before const& before) {
  Entry entry;
  entry.kind = change.kind;
  entry.directory = directory_of(change.place);
  entry.name = file_name(change.place.path);
  entry.before = before;
  if (change.kind == Change::Kind::move) {
    entry.from = directory_of(change.from);
    entry.from_name = file_name(change.from.path);
  }
  entries_.push_back(std::move(entry));
}

// What was synced is durable from now on.
void UnsyncedChanges::forget(int descriptor) {
  struct stat status{};
  require(::fstat(descriptor, &status) == 0, "fstat");
  Inode const inode{status.st_dev, status.st_ino};
  std::erase_if(entries_, [&](Entry const& entry) { return entry.directory == inode; });
  if (auto const file = files_.find(inode); file != files_.end()) file->second.durable.reset();
}

void UnsyncedChanges::undo(PowerCut cut, std::uint32_t seed) {
  random_.seed(seed);
  for (auto& [inode, file] : files_) {
    if (file.durable) undo(file, cut);
  }
  // How many changes of each directory are still to stay; reverting goes from the last to the first.
  std::map<Inode, std::size_t> staying;
  for (auto const& entry : entries_) ++staying[entry.directory];
  for (auto& [directory, count] : staying) count = cut == PowerCut::undoes_all ? 0 : random_() % (count + 1);
  std::vector<Entry const*> undone;
  for (auto const& entry : entries_) {
    auto& count = staying[entry.directory];
    if (count > 0)
      --count;
    else
      undone.push_back(&entry);
  }
  std::for_each(undone.rbegin(), undone.rend(), [&](Entry const* entry) { undo(*entry); });
}

// Block by block, and likewise for the size.
void UnsyncedChanges::undo(File const& file, PowerCut cut) {
  auto contents = *file.durable;
  if (cut == PowerCut::undoes_some) {
    auto const latest = contents_of(file.descriptor);
    if (random_() % 2 == 0) contents.resize(latest.size());
    for (std::size_t begin = 0; begin < std::min(contents.size(), latest.size()); begin += kBlock) {
      auto const size = std::min({kBlock, contents.size() - begin, latest.size() - begin});
      if (random_() % 2 == 0) contents.replace(begin, size, latest, begin, size);
    }
  }
  replace_contents(file.descriptor, contents);
}

void UnsyncedChanges::undo(Entry const& entry) {
  int const directory = directories_.at(entry.directory);
  if (is_gone(directory)) return;  // its own removal stays
  if (entry.kind == Change::Kind::move) {
    move_file(directory, entry.name, directories_.at(entry.from), entry.from_name);
  } else if (entry.kind != Change::Kind::removal) {
    bool const was_moved_for_good = ::faccessat(directory, entry.name.c_str(), F_OK, 0) != 0;
    if (!was_moved_for_good) move_file(directory, entry.name, AT_FDCWD, attic_name());
  }
  if (!entry.before.kept.empty()) move_file(AT_FDCWD, entry.before.kept, directory, entry.name);
  if (entry.before.was_directory) restore_directory(entry, directory);
}

// What was in it is put into the new one.
void UnsyncedChanges::restore_directory(Entry const& entry, int parent) {
  require(real().mkdirat(parent, entry.name.c_str(), 0777) == 0, "mkdirat");
  if (auto const old = directories_.find(entry.before.inode); old != directories_.end()) {
    old->second = open_directory(parent, entry.name);
  }
}

}  // namespace pressmark
