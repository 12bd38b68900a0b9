// A web page or a Markdown file as a source of one post.
#pragma once

#include "common/base/byte_stream.h"
#include "common/base/post.h"
#include "common/base/result.h"
#include "indexer/item/feed.h"
#include "indexer/parse/format.h"
#include "indexer/parse/parse.h"

namespace pressmark {

// Reads `text` (valid UTF-8, once rewound) as what `format` says, Format::html or Format::markdown.
// Holds no more of it than options.limits.item_html_bytes; longer files are Problems.
[[nodiscard]] Result<Post> read_page(ByteStream& text, Format format, PageOptions const& options);

// Parsers for parse_source(). A file that is no post, or none that may be seen, is skipped.
FeedReport parse_page_source(ByteStream& text, ParseOptions const& options, TakePost const& take);
FeedReport parse_markdown_source(ByteStream& text, ParseOptions const& options, TakePost const& take);

}  // namespace pressmark
