// Makes the folder below that for temporary files.
#include "tests/support/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace pressmark {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
  auto name = (fs::canonical(fs::temp_directory_path()) / "pressmark-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace pressmark
