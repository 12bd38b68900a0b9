// Bytes of any supported format to posts.
#pragma once

#include <string>

#include "common/base/byte_stream.h"
#include "common/base/limits.h"
#include "common/base/time.h"
#include "indexer/parse/feed.h"
#include "indexer/parse/site_layout.h"

namespace pressmark {

struct ParseOptions {
  std::string source;  // where the bytes came from: a path or URL, used in messages and Post::source
  std::string site;    // the site's id; the host of the feed's link, else the source's name, if empty
  InputLimits limits;
  std::string charset;               // the encoding that HTTP declared; empty if it did not
  Timestamp now = Timestamp::max();  // posts dated later wait and are left out until then
  SiteLayout layout;                 // of a directory of pages or Markdown
};

// Recognises the format by content, of pages and Markdown by the source's name where the content
// leaves it open, and gives the posts to `take` as they are read; memory does not grow with their
// number. An item that cannot be used is a Problem and counted in `skipped`. Reads
// `bytes` several times over. Throws Error{bad_source} if nothing of them can be taken for what it
// is, perhaps after the first posts.
FeedReport parse_source(ByteStream& bytes, ParseOptions const& options, TakePost const& take);

// The library that reads XML, with its version: "tinyxml2 9.0.0".
[[nodiscard]] std::string xml_library();

}  // namespace pressmark
