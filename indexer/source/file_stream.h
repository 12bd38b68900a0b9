// Open files as streams of bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <sys/types.h>

#include "common/base/byte_stream.h"
#include "common/base/file_descriptor.h"
#include "common/base/stop.h"

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

// Any file, such as a pipe, as its bytes come; once, so that rewind() throws Error{source_missing}, as
// read() does where it cannot be read. Throws Error{interrupted} where `should_stop` says so: asked
// before each piece, and every kBetweenStopChecks while there is none. Messages call the file `name`.
class PipeStream final : public ByteStream {
 public:
  PipeStream(FileDescriptor file, std::string name, ShouldStop should_stop);

  std::size_t read(std::span<char> buffer) override;
  void rewind() override;

 private:
  void wait() const;

  FileDescriptor file_;
  std::string name_;
  ShouldStop should_stop_;
};

// Everything that `bytes` gives as a temporary file (spool_file.h). Throws as they do, as SpoolFile
// does, and Error{bad_source} beyond `max_bytes`; messages call them `name`.
[[nodiscard]] FileDescriptor spool(ByteStream& bytes, std::string const& name, std::size_t max_bytes);

}  // namespace pressmark
