// Feeds and exports: any bytes give posts of valid UTF-8, each with a guid of its own, or an Error; the same
// when they come in small pieces.
#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/strings/utf8.h"
#include "fuzz/fuzz_target.h"
#include "indexer/parse/opml.h"
#include "indexer/parse/parse.h"

using namespace pressmark;

namespace {

// Gives a few bytes at a time.
class SmallPieces final : public ByteStream {
 public:
  explicit SmallPieces(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override {
    return bytes_.read(buffer.first(std::min<std::size_t>(buffer.size(), 7)));
  }
  void rewind() override { bytes_.rewind(); }

 private:
  MemoryStream bytes_;
};

void check(Post const& post) {
  require(!post.guid.empty() && !post.site.empty(), "a post has a guid and a site");
  for (auto const* const text :
       {&post.guid, &post.url, &post.title, &post.author, &post.summary, &post.html}) {
    require(is_valid_utf8(*text), "a post is valid UTF-8");
  }
}

// The guids that parsing gives, or what it was refused for.
std::multiset<std::string> parse(ByteStream& bytes) {
  ParseOptions options;
  options.source = "fuzz.xml";
  options.limits.item_bytes = 10'000;
  options.limits.max_posts = 100;
  std::multiset<std::string> guids;
  try {
    auto const report = parse_source(bytes, options, [&](Post&& post) {
      check(post);
      guids.insert(post.guid);
    });
    require(report.posts == guids.size(), "the report counts the posts that were given");
    require(std::set<std::string>(guids.begin(), guids.end()).size() == guids.size(), "guids are unique");
    if (is_feed_list(bytes, options)) (void)parse_opml(bytes, options);
  } catch (Error const& error) {
    require(error.code() == ErrorCode::bad_source, "what cannot be read is a bad source");
    return {error.what()};
  }
  return guids;
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  MemoryStream whole(bytes);
  SmallPieces pieces(bytes);
  require(parse(whole) == parse(pieces), "the posts do not depend on the pieces that were read");
  return 0;
}
