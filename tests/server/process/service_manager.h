// The service manager's side of sd_notify(3), as a test plays it.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "common/base/file_descriptor.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

class ServiceManager {
 public:
  // Throws std::system_error.
  ServiceManager();

  // The value for NOTIFY_SOCKET.
  [[nodiscard]] std::filesystem::path socket() const { return folder_.path() / "notify"; }

  // The next notice; nothing if none comes in this time.
  [[nodiscard]] std::optional<std::string> next(std::chrono::milliseconds patience) const;
  // The next notice that has `assignment` among its lines; those before it are dropped. Nothing if none
  // comes within kTestPatience.
  [[nodiscard]] std::optional<std::string> next_with(std::string const& assignment) const;

 private:
  ScratchFolder folder_;
  FileDescriptor socket_;
};

}  // namespace pressmark
