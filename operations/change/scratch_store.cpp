// The folder lives as long as the object.
#include "operations/change/scratch_store.h"

#include <filesystem>
#include <stdlib.h>
#include <string>
#include <system_error>

#include "common/base/error.h"

namespace pressmark {

ScratchStore::ScratchStore() {
  auto pattern = (std::filesystem::temp_directory_path() / "pressmark-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw Error(ErrorCode::store_unwritable, "cannot make a temporary folder like " + pattern,
                "make room there, or name another place in TMPDIR");
  }
  layout_.root = pattern;
}

ScratchStore::~ScratchStore() {
  std::error_code ignored;
  std::filesystem::remove_all(layout_.root, ignored);
}

}  // namespace pressmark
