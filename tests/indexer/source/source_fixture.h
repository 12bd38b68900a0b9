// What tests of sources need: a folder of their own, and a standard input of their choice.
#pragma once

#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <unistd.h>

#include "common/base/error.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

// A folder with a feed in it.
struct Folder : ScratchFolder {
  std::filesystem::path path = ScratchFolder::path();
  std::string feed = write("feed.xml", "<rss/>");
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
