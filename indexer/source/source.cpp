// Reading what a source's name stands for.
#include "indexer/source/source.h"

#include <sys/stat.h>
#include <utility>

#include "common/base/error.h"
#include "common/base/file_descriptor.h"
#include "common/base/files.h"
#include "common/base/url.h"
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
  return open_file(name, O_RDONLY);
}

}  // namespace

std::string source_name(std::string const& name) {
  return name == "-" ? "standard input" : name;
}

std::unique_ptr<ByteStream> open_source(std::string const& name, InputLimits const& limits) {
  auto const shown = source_name(name);
  auto file = open_named(name);
  struct stat status{};
  if (!file.is_open() || ::fstat(file.value(), &status) == -1) throw read_error(shown, last_error());
  if (S_ISDIR(status.st_mode)) throw read_error(shown, make_error_code(std::errc::is_a_directory));
  auto bytes = std::make_unique<FileStream>(
      S_ISREG(status.st_mode) ? std::move(file) : spool(file, shown, limits.source_bytes), shown,
      limits.source_bytes);
  if (!is_gzip(*bytes)) return bytes;
  return std::make_unique<GunzipStream>(std::move(bytes), shown, limits);
}

}  // namespace pressmark
