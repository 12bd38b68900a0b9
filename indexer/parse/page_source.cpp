// Files of one post, whole in memory.
#include "indexer/parse/page_source.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "indexer/markdown/markdown.h"
#include "indexer/page/html_page.h"

namespace pressmark {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

// Absent if it is longer than `max_bytes`.
std::optional<std::string> read_whole(ByteStream& text, std::size_t max_bytes) {
  std::string whole;
  std::array<char, kPieceBytes> piece{};
  while (auto const count = text.read(piece)) {
    whole.append(piece.data(), count);
    if (whole.size() > max_bytes) return std::nullopt;
  }
  return whole;
}

FeedReport parse_one(ByteStream& text, Format format, ParseOptions const& options, TakePost const& take) {
  FeedReport report;
  auto post = read_page(text, format, {options, {}});
  if (post && post->published && *post->published > options.now) {
    report.has_waiting = true;
    post = unexpected(Problem{"the post waits until " + format_rfc3339(*post->published), options.source});
  }
  if (!post) {
    report.skipped = 1;
    report.note(std::move(post.error()));
    return report;
  }
  report.posts = 1;
  take(*std::move(post));
  return report;
}

}  // namespace

Result<Post> read_page(ByteStream& text, Format format, PageOptions const& options) {
  auto const whole = read_whole(text, options.limits.item_html_bytes);
  if (!whole) {
    auto const limit = std::to_string(options.limits.item_html_bytes);
    return unexpected(Problem{"the file is longer than the limit of " + limit + " bytes", options.source});
  }
  return format == Format::html ? parse_html_page(*whole, options) : parse_markdown(*whole, options);
}

FeedReport parse_page_source(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  return parse_one(text, Format::html, options, take);
}

FeedReport parse_markdown_source(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  return parse_one(text, Format::markdown, options, take);
}

}  // namespace pressmark
