// Writing files that nobody else can open.
#include "indexer/source/spool_file.h"

#include <stdlib.h>
#include <system_error>
#include <utility>

#include "common/base/files.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

fs::path temporary_folder() {
  std::error_code unset;
  auto const folder = fs::temp_directory_path(unset);
  return unset ? fs::path("/tmp") : folder;
}

FileDescriptor make_unnamed_file(fs::path const& folder) {
  auto pattern = (folder / "pressmark-XXXXXX").string();
  FileDescriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
  if (!file.is_open()) throw write_error(folder, last_error());
  ::unlink(pattern.c_str());
  return file;
}

}  // namespace

SpoolFile::SpoolFile() : folder_(temporary_folder()), file_(make_unnamed_file(folder_)) {}

void SpoolFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const count = uninterrupted([&] { return ::write(file_.value(), bytes.data(), bytes.size()); });
    if (count == -1) throw write_error(folder_, last_error());
    bytes.remove_prefix(static_cast<std::size_t>(count));
    size_ += static_cast<std::size_t>(count);
  }
}

std::size_t SpoolFile::read_at(std::size_t offset, std::span<char> buffer) const {
  std::size_t done = 0;
  while (done < buffer.size()) {
    auto const count = uninterrupted([&] {
      return ::pread(file_.value(), buffer.data() + done, buffer.size() - done,
                     static_cast<off_t>(offset + done));
    });
    if (count == -1) throw read_error(folder_, last_error());
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return done;
}

FileDescriptor SpoolFile::release() && {
  if (::lseek(file_.value(), 0, SEEK_SET) == -1) throw write_error(folder_, last_error());
  return std::move(file_);
}

}  // namespace pressmark
