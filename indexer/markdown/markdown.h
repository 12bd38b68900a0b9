// A Markdown file of a site generator, as a post.
#pragma once

#include <string_view>

#include "common/base/post.h"
#include "common/base/result.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Reads `text` (valid UTF-8): front matter in YAML, TOML or JSON, then Markdown. `options.source` is the
// file's path, whose name may tell the day and the slug; `options.layout` makes its address. Problems are
// drafts and whatever else is not published, posts dated after `options.now` or expired by then, files that
// have neither front matter nor a heading, those without text and title, an index without a title, front
// matter that cannot be read, and what is beyond the limits. A date that cannot be read is left out: the
// file's name may have another.
[[nodiscard]] Result<Post> parse_markdown(std::string_view text, PageOptions const& options);

}  // namespace pressmark
