// A store with nothing in it, in a directory of its own that goes with it.
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

#include "common/index/store_layout.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

class EmptyStore {
 public:
  EmptyStore() : layout{folder_.path()} {}

  // As a writer does it: another file takes the name.
  void point_current_at(std::string_view contents) const {
    auto const beside = layout.root / "CURRENT.new";
    std::ofstream(beside, std::ios::binary) << contents;
    std::filesystem::rename(beside, layout.current());
  }

 private:
  ScratchFolder folder_;

 public:
  StoreLayout layout;
};

}  // namespace pressmark
