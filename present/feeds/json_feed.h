// A search as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include <string>

#include "present/feeds/search_feed.h"

namespace pressmark {

// One object on one line. Members that nothing is known for are left out, as the format has it.
[[nodiscard]] std::string json_feed(SearchFeed const& feed);

}  // namespace pressmark
