// Makes the folder below that for temporary files.
#include "tests/support/scratch_folder.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
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

std::string ScratchFolder::write(fs::path const& name, std::string_view bytes) const {
  auto const file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream out;
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out.open(file, std::ios::binary | std::ios::trunc);
  out << bytes << std::flush;
  return file.string();
}

}  // namespace pressmark
