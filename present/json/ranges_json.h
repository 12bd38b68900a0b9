// Highlights as JSON.
#pragma once

#include "present/highlight.h"
#include "present/json/json.h"

namespace pressmark {

// An array of [begin, end], counted in code points.
[[nodiscard]] inline Json ranges_json(HighlightedText const& text) {
  auto ranges = Json::array();
  for (auto const& [begin, end] : highlight_code_points(text)) ranges.push_back(Json::array({begin, end}));
  return ranges;
}

}  // namespace pressmark
