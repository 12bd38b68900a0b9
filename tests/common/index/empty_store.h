// A store in a directory of its own, removed afterwards.
#pragma once

#include <filesystem>
#include <fstream>
#include <string_view>

#include "common/index/store_layout.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

class EmptyStore {
  ScratchFolder folder_;  // before what stands in it

 public:
  EmptyStore() : layout{folder_.path()} {}

  // As a writer does it: another file takes the name.
  void point_current_at(std::string_view contents) const {
    auto const beside = layout.root / "CURRENT.new";
    std::ofstream(beside, std::ios::binary) << contents;
    std::filesystem::rename(beside, layout.current());
  }

  StoreLayout layout;
};

}  // namespace pressmark
