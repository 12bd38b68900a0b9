// What the body of a page marks as the article's fields: microdata (`itemprop`), microformats (`h-entry`),
// and `rel` of links.
#pragma once

#include <vector>

#include "indexer/page/page_facts.h"
#include "indexer/page/page_outline.h"

namespace pressmark {

// Reads the marks in the part of `page` that is about its article: the first title and dates, all authors and
// categories. Where no author is marked, a line that is named as one counts ("By Ann Lee" of class "byline").
[[nodiscard]] PageFacts read_microdata(std::vector<PageElement> const& page);

}  // namespace pressmark
