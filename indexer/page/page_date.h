// When the article of a page was published and changed, from all that the page says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "indexer/page/page_facts.h"
#include "indexer/page/page_outline.h"

namespace pressmark {

// The first readable one of `dates`; days written for people are read in `language`. A bare year or month is
// no date of an article.
[[nodiscard]] std::optional<Timestamp> first_date(std::vector<std::string> const& dates,
                                                  std::string const& language);

// What `time` elements and lines near the title say, outside of comments and sidebars. `title` is the
// article's own, found among the headings.
[[nodiscard]] PageFacts read_visible_dates(std::vector<PageElement> const& page, std::string const& title,
                                           std::string const& language);

}  // namespace pressmark
