// A store in a directory of its own, removed afterwards.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

#include "common/index/store_layout.h"

namespace pressmark {

class StoreFixture {
 public:
  StoreFixture() : layout{make_directory()} {}
  ~StoreFixture() {
    std::error_code ignored;
    std::filesystem::remove_all(layout.root, ignored);
  }
  StoreFixture(StoreFixture const&) = delete;
  StoreFixture& operator=(StoreFixture const&) = delete;

  // As a writer does it: another file takes the name.
  void point_current_at(std::string_view contents) const {
    auto const beside = layout.root / "CURRENT.new";
    std::ofstream(beside, std::ios::binary) << contents;
    std::filesystem::rename(beside, layout.current());
  }

  StoreLayout layout;

 private:
  static std::filesystem::path make_directory() {
    auto pattern = (std::filesystem::temp_directory_path() / "pressmark-XXXXXX").string();
    return ::mkdtemp(pattern.data());
  }
};

}  // namespace pressmark
