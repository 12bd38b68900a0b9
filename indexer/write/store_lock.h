// One writer at a time.
#pragma once

#include <filesystem>

#include "common/base/file_descriptor.h"

namespace pressmark {

// Holds `STORE/lock` from construction to destruction; the kernel releases it when the process
// dies, so a stale lock cannot exist. Throws Error{store_locked}, naming the holder's process id
// and since when, if another process holds it; Error{store_unwritable} if the file cannot be made.
// Creates the store's directory.
class StoreLock {
 public:
  explicit StoreLock(std::filesystem::path const& store);
  ~StoreLock();
  StoreLock(StoreLock const&) = delete;
  StoreLock& operator=(StoreLock const&) = delete;

 private:
  FileDescriptor file_;
};

}  // namespace pressmark
