// The body of a response as the stream of a document.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "common/base/byte_stream.h"
#include "indexer/source/spool_file.h"

namespace pressmark {

// What `body` holds, unpacked if it is itself gzip, as feed.xml.gz is; null if that is nothing.
// Messages call it `name`. Calls `between_pieces` often while it unpacks. Throws Error{bad_source} for
// damaged gzip, for bombs, and beyond `max_bytes`; and as SpoolFile does.
[[nodiscard]] std::unique_ptr<ByteStream> open_body(SpoolFile body, std::string const& name,
                                                    std::size_t max_bytes,
                                                    std::function<void()> const& between_pieces);

}  // namespace pressmark
