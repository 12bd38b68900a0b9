// How parsers of several files come to the bytes of each.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "common/base/byte_stream.h"

namespace pressmark {

// Opens the file at a path. Throws Error{source_missing} or Error{bad_source} if it cannot be read.
using OpenFile = std::function<std::unique_ptr<ByteStream>(std::string const& path)>;

}  // namespace pressmark
