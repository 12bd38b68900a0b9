// A folder for the time of a test.
#pragma once

#include <filesystem>

namespace pressmark {

// A folder that disappears with all that is in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;  // without symbolic links
};

}  // namespace pressmark
