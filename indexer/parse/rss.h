// RSS 2.0 and its forerunners 0.91 to 0.94, which have the same shape.
#pragma once

#include <string_view>

#include "indexer/parse/feed.h"
#include "indexer/parse/parse.h"

namespace pressmark {

// Reads a feed from well-formed XML whose root element is <rss>. Throws Error{bad_source} for
// what is no RSS feed in spite of its root.
[[nodiscard]] Feed parse_rss(std::string_view text, ParseOptions const& options);

}  // namespace pressmark
