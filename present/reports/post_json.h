// An archived post as JSON: a line of `pressmark export`. indexer/feed/json/json_lines.h reads it back.
#pragma once

#include <cstdint>
#include <string>

#include "common/base/post.h"

namespace pressmark {

// One object on one line, without a newline at its end. `html` and `summary` are as published;
// times and image are null where the post has none. parse_exported_post() gives back the same.
[[nodiscard]] std::string post_json(std::string const& id, std::int64_t change, Post const& post);

}  // namespace pressmark
