// A web page that holds one article, as a post.
#pragma once

#include <string_view>

#include "common/base/post.h"
#include "common/base/result.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Reads `text` (valid UTF-8) as a page. A page that asks not to be indexed, one beyond
// `options.limits.item_html_bytes`, and one without any text are Problems. The post's fields come from what
// the page says of itself, in Open Graph and other <meta> names, linked data, microdata, microformats and
// `time` elements, else from its headings and the lines near them; what none of them says stays empty, and no
// date is guessed. The post's HTML is the article without the site's menus, sidebars, comments and banners.
[[nodiscard]] Result<Post> parse_html_page(std::string_view text, PageOptions const& options);

}  // namespace pressmark
