// Linked data (JSON-LD in the vocabulary of schema.org) about the article a page holds.
#pragma once

#include <string>
#include <vector>

#include "indexer/page/page_facts.h"

namespace pressmark {

// What the first article (`Article`, `BlogPosting` and their kin) among the given scripts says of itself;
// where there is none, what the description of the page says. Scripts that are no JSON say nothing.
[[nodiscard]] PageFacts read_json_ld(std::vector<std::string> const& scripts);

}  // namespace pressmark
