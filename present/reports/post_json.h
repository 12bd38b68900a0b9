// An archived post as JSON: a line of `pressmark export`, and of `pressmark import`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/post.h"
#include "common/base/result.h"
#include "indexer/archive/archive.h"

namespace pressmark {

// One object on one line, without a newline at its end. `html` and `summary` are as published;
// times and image are null where the post has none.
[[nodiscard]] std::string post_json(std::string const& id, std::int64_t change, Post const& post);

// The post that `line` is; whatever post_json() wrote comes back the same. Members that are missing
// count as empty, except id and guid; those of other names are passed over. A Problem for what is
// not valid UTF-8, not a JSON object, or has a member of another kind than post_json() gives it.
[[nodiscard]] Result<ArchivedPost> parse_post_json(std::string_view line);

}  // namespace pressmark
