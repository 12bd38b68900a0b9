// Whether what a source now says of its posts can be believed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/archive.h"

namespace pressmark {

// The names by which people let a gate pass.
inline constexpr std::string_view kSourcePostsGate = "source-posts";
inline constexpr std::string_view kSourceTextGate = "source-text";

struct SourceGates {
  double share = 0;                   // of its posts, and of the text of those it changes, that must stay
  std::vector<std::string> accepted;  // gates that let pass
};

// Throws Error{gate_failed} where the source `name` would take out too many of its posts, or make the
// text of many posts much shorter: a template that broke, or excerpts where the whole text was.
void judge_source(std::string const& name, BatchEffect const& effect, SourceGates const& gates);

}  // namespace pressmark
