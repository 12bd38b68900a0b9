// Reading what a source's name stands for.
#include "indexer/source/source.h"

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/base/url.h"

namespace pressmark {

SourceBytes read_source(std::string const& name, InputLimits const& limits) {
  if (name == "-") return {"standard input", read_standard_input(limits.feed_bytes)};
  if (is_web_url(name)) {
    throw Error(ErrorCode::source_missing, "cannot read " + name + ": sources are files or standard input",
                "download it first and give the file's name, or pipe it in and give -");
  }
  return {name, read_file(name, limits.feed_bytes)};
}

}  // namespace pressmark
