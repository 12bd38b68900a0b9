// The options that every parser gets besides the bytes.
#pragma once

#include <string>

#include "common/base/limits.h"
#include "common/base/time.h"
#include "indexer/item/site_layout.h"

namespace pressmark {

// The hint in Errors about documents that cannot be read.
inline constexpr char const* kSupportedFormats =
    "give a feed (RSS, Atom, JSON Feed), an export (WordPress, Blogger, Ghost), a web page, or Markdown "
    "with front matter or in a file named .md";

struct ParseOptions {
  std::string source;  // where the bytes came from: a path or URL, used in messages and Post::source
  std::string site;    // the site's id; the host of the feed's link, else the source's name, if empty
  InputLimits limits;
  std::string charset;               // the encoding that HTTP declared; empty if it did not
  Timestamp now = Timestamp::max();  // posts dated later wait and are left out until then
};

// What the parsers of pages and Markdown are given, too: files whose paths tell their addresses.
struct PageOptions : ParseOptions {
  SiteLayout layout;
};

}  // namespace pressmark
