// What a power cut would undo: the changes of files and directories that were not synced.
//
// A disk that is as unkind as POSIX allows: the contents of a file are safe once the file is synced, its
// name once its directory is, each without the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace pressmark {

// A file as calls like openat(2) name it.
struct PathAt {
  int directory = -1;  // or AT_FDCWD
  char const* path = nullptr;
};

// What one call is about to do.
struct Change {
  enum class Kind { contents, sync, opening, making, removal, move };
  Kind kind = Kind::contents;
  int descriptor = -1;   // of contents and sync
  PathAt place{};        // of the others
  PathAt from{};         // of a move
  bool empties = false;  // an opening that leaves nothing of the contents
};

enum class PowerCut {
  undoes_all,
  undoes_some,  // each block of a file is as before or as after; of each directory's changes the first few
                // stay
};

// To be used by one thread at a time. Its own calls go past the injector.
class UnsyncedChanges {
 public:
  using Inode = std::pair<dev_t, ino_t>;

  // What is removed goes to `attic`, a directory on the same file system, made when needed.
  explicit UnsyncedChanges(std::string attic) : attic_(std::move(attic)) {}

  // What the place of a change held before, to be handed to after() if the change succeeded.
  struct Before {
    bool existed = false;
    bool was_directory = false;
    Inode inode{};
    std::string kept;  // its name in the attic, if it is a file that the change takes away
  };
  [[nodiscard]] Before before(Change const& change);
  void after(Change const& change, Before const& before);

  // Brings the disk into the state after a power cut. The same seed makes the same choices.
  void undo(PowerCut cut, std::uint32_t seed);

 private:
  struct File {
    int descriptor = -1;                 // for reading and writing; kept open, since closing it drops locks
    std::optional<std::string> durable;  // contents at the last sync, if they changed since
  };

  // A change of a directory, which its sync makes durable.
  struct Entry {
    Change::Kind kind{};
    Inode directory{};
    std::string name;
    Inode from{};  // of a move
    std::string from_name;
    Before before;
  };

  [[nodiscard]] std::string attic_name();
  [[nodiscard]] std::string link_into_attic(PathAt const& place);
  [[nodiscard]] Inode directory_of(PathAt const& place);
  void remember_contents(int descriptor);
  void remember_opened(PathAt const& place);
  void note(Change const& change, Before const& before);
  void forget(int descriptor);
  void undo(File const& file, PowerCut cut);
  void undo(Entry const& entry);
  void restore_directory(Entry const& entry, int parent);

  std::string attic_;
  std::size_t attic_names_ = 0;
  std::map<Inode, File> files_;
  std::map<Inode, int> directories_;  // open, since they may be moved
  std::vector<Entry> entries_;
  std::mt19937 random_;
};

}  // namespace pressmark
