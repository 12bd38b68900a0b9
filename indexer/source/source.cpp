// Opens what the name of a source means: standard input or a file, packed or not.
#include "indexer/source/source.h"

#include <sys/stat.h>
#include <utility>

#include "common/base/error.h"
#include "common/base/file_descriptor.h"
#include "common/base/files.h"
#include "common/url/url.h"
#include "indexer/source/file_stream.h"
#include "indexer/source/gunzip_stream.h"

namespace pressmark {
namespace {

void refuse_web_url(std::string const& name) {
  if (!is_web_url(name)) return;
  throw Error(ErrorCode::source_missing, "cannot read " + name + ": sources are files or standard input",
              "download it first and give the file's name, or pipe it in and give -");
}

FileDescriptor open_named(std::string const& name) {
  if (name == "-") return FileDescriptor(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0));
  refuse_web_url(name);
  // The other end of a pipe may open later; PipeStream waits for it.
  return open_file(name, O_RDONLY | O_NONBLOCK);
}

struct OpenSource {
  FileDescriptor file;
  bool is_regular = false;
};

OpenSource open_readable(std::string const& name, std::string const& shown) {
  auto file = open_named(name);
  struct stat status{};
  if (!file.is_open() || ::fstat(file.value(), &status) == -1) throw read_error(shown, last_error());
  if (S_ISDIR(status.st_mode)) throw read_error(shown, make_error_code(std::errc::is_a_directory));
  return {std::move(file), S_ISREG(status.st_mode)};
}

}  // namespace

std::string source_name(std::string const& name) {
  return name == "-" ? "standard input" : name;
}

std::unique_ptr<ByteStream> open_source(std::string const& name, InputLimits const& limits,
                                        ShouldStop const& should_stop) {
  auto const shown = source_name(name);
  auto const repeatable = [&](OpenSource&& source) {
    if (source.is_regular) return std::move(source.file);
    PipeStream pipe(std::move(source.file), shown, should_stop);
    return spool(pipe, shown, limits.source_bytes);
  };
  auto bytes =
      std::make_unique<FileStream>(repeatable(open_readable(name, shown)), shown, limits.source_bytes);
  if (!is_gzip(*bytes)) return bytes;
  return std::make_unique<GunzipStream>(std::move(bytes), shown, limits);
}

std::unique_ptr<ByteStream> open_pipe(std::string const& name, ShouldStop const& should_stop) {
  auto const shown = source_name(name);
  return std::make_unique<PipeStream>(open_readable(name, shown).file, shown, should_stop);
}

}  // namespace pressmark
