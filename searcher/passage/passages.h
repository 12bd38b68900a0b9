// A matched post as it is shown: title, best sections and snippets, highlighted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/index/boilerplate.h"
#include "common/index/record.h"
#include "searcher/match/matcher.h"
#include "searcher/passage/snippet.h"
#include "searcher/query/query_plan.h"
#include "searcher/results/search_results.h"

namespace pressmark {

struct PassageOptions {
  std::size_t max_sections = 3;
  SnippetLengths snippets;
};

// The hit for `post`, whose record is `packed`. Only the sections that are shown are unpacked.
// The first section is the best landing place. Where only the title or the tags matched, the one
// section is the post's summary or its lead.
//
// Sentences that the site repeats are not shown, and a section that has words of the query only in such
// sentences is left out. If the post has them nowhere else, the best of these sections is shown as it is.
// Throws Error{store_damaged}.
[[nodiscard]] Hit make_hit(MatchedPost const& post, QueryPlan const& plan, Boilerplate const& boilerplate,
                           std::string_view packed, RecordUnpacker& unpacker, PassageOptions const& options);

}  // namespace pressmark
