// The article in a page, without the site around it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/page/page_outline.h"

namespace pressmark {

// The elements of `page` that hold the article, in order and apart: mostly one. Empty if the page has no
// text.
[[nodiscard]] std::vector<std::size_t> find_main_content(std::vector<PageElement> const& page);

// The HTML of those elements without what belongs to the site, without lists of links to elsewhere, and
// without a heading that repeats `title` ahead of the text. Addresses are absolute where `base_url` is.
[[nodiscard]] std::string write_main_content(std::vector<PageElement> const& page,
                                             std::vector<std::size_t> const& content,
                                             std::string const& title, std::string const& base_url);

}  // namespace pressmark
