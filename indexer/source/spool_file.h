// Temporary files for what is read more than once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "common/base/file_descriptor.h"

namespace pressmark {

// A file in the folder for temporary ones that has no name and goes with its descriptor. Throws as
// write_error() says.
class SpoolFile {
 public:
  SpoolFile();

  void append(std::string_view bytes);
  [[nodiscard]] std::size_t size() const { return size_; }

  // Copies bytes from `offset` on to the front of `buffer` and returns how many: fewer only at the end.
  [[nodiscard]] std::size_t read_at(std::size_t offset, std::span<char> buffer) const;

  // The file, at its first byte.
  [[nodiscard]] FileDescriptor release() &&;

 private:
  std::filesystem::path folder_;
  FileDescriptor file_;
  std::size_t size_ = 0;
};

}  // namespace pressmark
