// Markdown: any text gives a post of valid UTF-8 with a guid and a site, whose HTML can be read, or a
// Problem.
#include <string_view>

#include "common/strings/utf8.h"
#include "fuzz/fuzz_target.h"
#include "indexer/extract/article.h"
#include "indexer/markdown/markdown.h"

using namespace pressmark;

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  PageOptions options;
  options.source = "site/_posts/2024-03-05-fuzz.md";
  options.layout = {"site", "https://example.org/", "/:year/:title/"};
  options.limits.item_html_bytes = 100'000;
  auto const text = valid_utf8({reinterpret_cast<char const*>(data), size});
  auto const post = parse_markdown(text, options);
  if (!post) {
    require(!post.error().what.empty() && post.error().where.starts_with(options.source),
            "a problem says what and where");
    return 0;
  }
  require(!post->guid.empty() && !post->site.empty(), "a post has a guid and a site");
  for (auto const* const field : {&post->guid, &post->url, &post->title, &post->author, &post->language,
                                  &post->image, &post->summary, &post->html}) {
    require(is_valid_utf8(*field), "a post is valid UTF-8");
  }
  for (auto const& category : post->categories) require(!category.empty(), "a category has a name");
  require(extract_article(post->html).sections.size() <= 2 * size, "what is rendered is HTML");
  return 0;
}
