// Two sources' words on one post, made into one.
#pragma once

#include "common/base/post.h"

namespace pressmark {

// `post` with what it leaves empty taken from `other`.
[[nodiscard]] Post filled_from(Post post, Post const& other);

// `post` with what `other` adds: empty fields, further categories, the longer content. Merging
// the same `other` again changes nothing.
[[nodiscard]] Post merged_with(Post post, Post const& other);

}  // namespace pressmark
