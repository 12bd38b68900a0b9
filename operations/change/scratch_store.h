// A store for trying things out.
#pragma once

#include "common/index/store_layout.h"

namespace pressmark {

// Lies in the folder for temporary files, and goes with this. Throws Error{store_unwritable} where it
// cannot be made.
class ScratchStore {
 public:
  ScratchStore();
  ~ScratchStore();
  ScratchStore(ScratchStore const&) = delete;
  ScratchStore& operator=(ScratchStore const&) = delete;

  [[nodiscard]] StoreLayout const& layout() const noexcept { return layout_; }

 private:
  StoreLayout layout_;
};

}  // namespace pressmark
