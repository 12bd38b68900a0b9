// Open files as streams of bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <sys/types.h>

#include "common/base/byte_stream.h"
#include "common/base/file_descriptor.h"

namespace pressmark {

// A regular file from where it stands now. Throws Error{bad_source} where it passes `max_bytes`,
// Error{source_missing} where it cannot be read; messages call it `name`.
class FileStream final : public ByteStream {
 public:
  FileStream(FileDescriptor file, std::string name, std::size_t max_bytes);

  std::size_t read(std::span<char> buffer) override;
  void rewind() override { offset_ = 0; }

 private:
  FileDescriptor file_;
  std::string name_;
  std::size_t max_bytes_;
  off_t begin_ = 0;
  std::size_t offset_ = 0;  // from there
};

// Everything up to the end of `file`, such as a pipe, as a temporary file (spool_file.h). Throws as
// above, and as SpoolFile does.
[[nodiscard]] FileDescriptor spool(FileDescriptor const& file, std::string const& name,
                                   std::size_t max_bytes);

}  // namespace pressmark
