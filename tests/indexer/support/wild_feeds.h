// The shared collection of feeds of other projects' test suites, where it is at hand.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/scratch_folder.h"

namespace pressmark {

// Unpacked into a folder of its own, which goes with the object.
class WildFeeds {
 public:
  WildFeeds() {
    std::string const archive = PRESSMARK_SOURCE_DIR "/../shared/feeds/wild.tar.zst";
    if (!std::filesystem::exists(archive)) return;
    auto const command = "tar --zstd -xf '" + archive + "' -C '" + scratch_.path().string() + "'";
    is_here_ = std::system(command.c_str()) == 0;
  }

  [[nodiscard]] bool is_here() const { return is_here_; }
  [[nodiscard]] std::filesystem::path folder() const { return scratch_.path() / "wild"; }

  [[nodiscard]] std::string read(std::string const& name) const {
    std::ifstream file(folder() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  ScratchFolder scratch_;
  bool is_here_ = false;
};

}  // namespace pressmark
