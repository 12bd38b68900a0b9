// JSON formats: any text gives posts of valid UTF-8, each with a guid and a site, or an Error. The first byte
// chooses the format.
#include <array>
#include <string_view>

#include "common/base/error.h"
#include "common/strings/utf8.h"
#include "fuzz/fuzz_target.h"
#include "indexer/decode/decoding_stream.h"
#include "indexer/feed/json/ghost_export.h"
#include "indexer/feed/json/json_feed.h"
#include "indexer/feed/json/json_lines.h"

using namespace pressmark;

namespace {

constexpr std::array kParsers = {parse_json_feed, parse_ghost_export, parse_json_lines};

void check(Post const& post) {
  require(!post.guid.empty() && !post.site.empty(), "a post has a guid and a site");
  for (auto const* const text :
       {&post.guid, &post.url, &post.title, &post.author, &post.summary, &post.html}) {
    require(is_valid_utf8(*text), "a post is valid UTF-8");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  MemoryStream raw(std::string_view(reinterpret_cast<char const*>(data), size).substr(1));
  DecodingStream text(raw, "fuzz");
  ParseOptions options;
  options.source = "fuzz.json";
  options.limits.item_bytes = 10'000;
  std::size_t posts = 0;
  try {
    auto const report = kParsers[data[0] % kParsers.size()](text, options, [&](Post&& post) {
      check(post);
      ++posts;
    });
    require(report.posts == posts, "the report counts the posts that were given");
  } catch (Error const& error) {
    require(error.code() == ErrorCode::bad_source, "what cannot be read is a bad source");
  }
  return 0;
}
