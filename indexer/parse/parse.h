// Bytes of any supported format to posts.
#pragma once

#include <string>
#include <string_view>

#include "common/base/limits.h"
#include "indexer/parse/feed.h"

namespace pressmark {

struct ParseOptions {
  std::string source;  // where the bytes came from: a path or URL, used in messages and Post::source
  std::string site;    // the site's id; the host of the feed's link, else the source's name, if empty
  InputLimits limits;
};

// Recognises the format by content and parses it. An item that cannot be used is a Problem and
// counted in `skipped`. Throws Error{bad_source} if nothing of `bytes` can be taken for what it is.
[[nodiscard]] Feed parse_source(std::string_view bytes, ParseOptions const& options);

// The library that reads XML, with its version: "tinyxml2 9.0.0".
[[nodiscard]] std::string xml_library();

}  // namespace pressmark
