// Which elements of a page belong to the site around an article: menus, sidebars, comments, banners.
#pragma once

#include <span>
#include <string_view>

#include "indexer/html/html_tree.h"

namespace pressmark {

enum class Chrome {
  none,
  by_name,  // its class or id says so; names lie, so an element that holds much of the page is none after all
  certain   // its element, its role or its being hidden says so
};

// Judges one element by itself.
[[nodiscard]] Chrome chrome_of(HtmlNode element);

// True if the element by itself, or its name, says that it holds what others wrote or other articles:
// comments, sidebars, lists of related posts. What it says of dates and authors is not about the article.
[[nodiscard]] bool names_others(HtmlNode element);

// True if a class or the id of the element, split at '-', '_' and capitals, has one of `words` (in
// lower case) among its words.
[[nodiscard]] bool is_named(HtmlNode element, std::span<std::string_view const> words);

// True if the element is marked as the body of an article: `itemprop="articleBody"`, or a class that
// publishing systems agree on for nothing else.
[[nodiscard]] bool is_marked_body(HtmlNode element);

}  // namespace pressmark
