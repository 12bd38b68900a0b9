// Posts as columns of the archive's tables, and back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/post.h"
#include "indexer/archive/database/database.h"

namespace pressmark {

// The columns of a Post, in the order in which read_post() takes them.
inline constexpr std::string_view kPostColumns =
    "site, guid, url, title, author, language, published, updated, categories, image, source, summary, html";

// The Post in `row`, whose columns from `first` on are kPostColumns.
[[nodiscard]] Post read_post(Row const& row, int first);

// canonical_url() of the post's address, empty if it has none.
[[nodiscard]] std::string canonical_key(std::string_view url);

// The hash of everything in `post` but `source`: two posts with one hash say the same.
[[nodiscard]] std::string content_hash(Post const& post);

// Strings in one text column. Any bytes survive; damaged text gives what is whole.
[[nodiscard]] std::string join_lengths(std::vector<std::string> const& strings);
[[nodiscard]] std::vector<std::string> split_lengths(std::string_view text);

}  // namespace pressmark
