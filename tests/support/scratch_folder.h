// A folder for the time of a test.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace pressmark {

// A folder that disappears with all that is in it.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const&) = delete;
  ScratchFolder& operator=(ScratchFolder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

  // Writes a file, and the folders it is in, and gives its whole path. Throws std::ios_base::failure if it
  // cannot.
  std::string write(std::filesystem::path const& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;  // without symbolic links
};

}  // namespace pressmark
