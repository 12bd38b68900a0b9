// Identifiers that tell the posts of one source apart, whatever the source says.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/parse/feed.h"

namespace pressmark {

// A guid for a post whose source gives it none: its URL, else a hash of title and date, with the
// content in place of a missing title.
[[nodiscard]] std::string default_guid(Post const& post);

// Leaves every post of `feed` with a guid of its own. A post that repeats an earlier one is taken
// out and counted in `skipped`; where different posts carry one guid, all of them get a hash
// instead, since none may inherit the identity of another when the source changes. Each case is a
// Problem; lines[i] is where posts[i] begins.
void make_guids_unique(Feed& feed, std::vector<std::size_t> const& lines);

}  // namespace pressmark
