// Where bytes come from.
#pragma once

#include <memory>
#include <string>

#include "common/base/byte_stream.h"
#include "common/base/limits.h"
#include "common/base/stop.h"

namespace pressmark {

// What messages call the source `name`: "standard input" for "-", else the name itself.
[[nodiscard]] std::string source_name(std::string const& name);

// Opens the file `name`, or standard input for "-". Gzip is unpacked on the way, told by its first
// bytes. What cannot be read twice, such as a pipe, is first copied into a temporary file that has
// no name; `should_stop` is asked meanwhile (PipeStream). Throws Error{source_missing} if there is nothing to
// read (no such file, a directory, an address on the web), and Error{bad_source}, on opening or reading,
// where the source passes limits.source_bytes or is damaged gzip or a gzip bomb. Gzip that is cut off gives
// what comes before, and a problem.
[[nodiscard]] std::unique_ptr<ByteStream> open_source(std::string const& name, InputLimits const& limits,
                                                      ShouldStop const& should_stop = {});

// Opens the same to be read once (PipeStream), as it stands: nothing is unpacked, copied or limited.
// Throws Error{source_missing} likewise.
[[nodiscard]] std::unique_ptr<ByteStream> open_pipe(std::string const& name, ShouldStop const& should_stop);

}  // namespace pressmark
