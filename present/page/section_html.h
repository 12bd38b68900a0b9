// What a post has to say to a query as HTML, the same on pages and in feeds.
#pragma once

#include <string>

#include "searcher/results/search_results.h"

namespace pressmark {

// `html` as a link, if `url` may be one.
[[nodiscard]] std::string linked(std::string const& url, std::string const& html);

// The heading, as a link, and the snippet of a section of the post at `post_url`; empty if it has neither.
[[nodiscard]] std::string section_html(SectionHit const& section, std::string const& post_url);

}  // namespace pressmark
