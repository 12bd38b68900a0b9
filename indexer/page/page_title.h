// The title of an article among the titles its page gives.
#pragma once

#include <string>
#include <vector>

#include "indexer/page/page_outline.h"

namespace pressmark {

// The names of a site that the titles of its pages may contain.
struct SiteNames {
  std::string name;  // as the page gives it
  std::string host;  // of its address
};

// What stands in the headings of the page that may be the article's title: those of level one, else of level
// two, outside of menus and sidebars, in their order, but for the site's name.
[[nodiscard]] std::vector<std::string> title_headings(std::vector<PageElement> const& page,
                                                      SiteNames const& site);

// `title` without a site's name or a date before or after it: all but the part that is one of `headings` as
// well, else but the site's name as the page gives it. Without either it is `title`.
[[nodiscard]] std::string without_surroundings(std::string const& title, SiteNames const& site,
                                               std::vector<std::string> const& headings);

// The article's title from the page's <title>, where the site's name mostly stands too: as above, else
// without the part that is the name in the host, else without a short last part.
[[nodiscard]] std::string title_of_article(std::string const& title, SiteNames const& site,
                                           std::vector<std::string> const& headings);

}  // namespace pressmark
