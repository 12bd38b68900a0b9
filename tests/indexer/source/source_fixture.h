// What tests of sources need: a folder of their own, and a standard input of their choice.
#pragma once

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

#include "common/base/error.h"

namespace pressmark {

// A folder with a feed in it.
struct Folder {
  Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "pressmark-source-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
    feed = write("feed.xml", "<rss/>");
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  // Writes a file, and the folders it is in; gives its whole path.
  std::string write(std::string const& name, std::string_view contents) const {
    auto const file = path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << contents;
    return file.string();
  }

  std::filesystem::path path;
  std::string feed;
};

// Makes an open file the standard input while it lives, and closes it.
class StandardInput {
 public:
  explicit StandardInput(std::string const& file) : StandardInput(::open(file.c_str(), O_RDONLY)) {}
  explicit StandardInput(int descriptor) : before_(::dup(STDIN_FILENO)) {
    ::dup2(descriptor, STDIN_FILENO);
    ::close(descriptor);
  }
  ~StandardInput() {
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
  }
  StandardInput(StandardInput const&) = delete;
  StandardInput& operator=(StandardInput const&) = delete;

 private:
  int before_;
};

[[nodiscard]] inline auto has_code(ErrorCode code) {
  return [code](Error const& error) { return error.code() == code; };
}

}  // namespace pressmark
