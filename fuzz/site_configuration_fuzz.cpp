// Configurations of site generators: any bytes leave the posts of the site with an address on the web or
// none. The first byte chooses the generator's file.
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "fuzz/fuzz_target.h"
#include "indexer/parse/site.h"

using namespace pressmark;

namespace {

constexpr std::array<std::string_view, 4> kPlaces = {"site/hugo.toml", "site/hugo.yaml", "site/config.json",
                                                     "site/_config.yml"};
constexpr std::string_view kPost = "---\ntitle: Oil\ndate: 2024-03-05\n---\nText";

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  auto const settings = std::string_view(reinterpret_cast<char const*>(data), size).substr(1);
  std::string const place(kPlaces[data[0] % kPlaces.size()]);
  PageOptions options;
  options.source = options.layout.root = "site";
  auto const open = [&](std::string const& path) {
    return std::make_unique<MemoryStream>(path == place ? settings : kPost);
  };
  auto const report = parse_site(
      {place, "site/_posts/2024-03-05-oil.md", "site/content/posts/oil.md"}, open, options, [](Post&& post) {
        require(post.url.empty() || is_web_url(post.url), "an address is on the web");
        require(is_valid_utf8(post.url), "an address is valid UTF-8");
      });
  require(report.posts == 2, "a configuration keeps no post out");
  return 0;
}
