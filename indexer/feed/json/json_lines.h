// The lines that `pressmark export` writes: a JSON object each, a post each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/byte_stream.h"
#include "common/base/post.h"
#include "common/base/result.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"

namespace pressmark {

// Longer lines are skipped, and never held in memory whole.
inline constexpr std::size_t kMaxExportedLineBytes = std::size_t{64} << 20;

struct ExportedPost {
  std::string id;           // as the archive has it
  std::int64_t change = 0;  // the change number it had there
  Post post;
};

// The post that `line` is, as it was exported. Members that are missing or null count as empty,
// except id and guid; those of other names are passed over. A Problem for what is not valid UTF-8,
// not a JSON object, or has a member of another kind than an export gives it.
[[nodiscard]] Result<ExportedPost> parse_exported_post(std::string_view line);

// Reads the lines as a source like any other: ids and change numbers do not count, and the posts
// come from options.source. Reads `text` twice. A line that is no post is a problem with its
// number; blank lines are passed over. Throws Error{bad_source} if there is no post at all.
FeedReport parse_json_lines(ByteStream& text, ParseOptions const& options, TakePost const& take);

}  // namespace pressmark
