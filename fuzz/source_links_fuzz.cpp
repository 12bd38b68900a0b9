// Links of documents: any bytes give addresses on the web, for a feed those that parsing it gives, or an
// Error.
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "fuzz/fuzz_target.h"
#include "indexer/parse/source_links.h"

using namespace pressmark;

namespace {

ParseOptions options_of_fuzz() {
  ParseOptions options;
  options.source = "https://example.org/blog/";
  options.limits.item_bytes = 10'000;
  return options;
}

void check(FeedLinks const& links) {
  for (auto const* const url :
       {&links.next, &links.prev_archive, &links.first, &links.last, &links.current}) {
    require(url->empty() || (is_web_url(*url) && is_valid_utf8(*url)), "a link leads to the web");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  MemoryStream bytes({reinterpret_cast<char const*>(data), size});
  auto const options = options_of_fuzz();
  try {
    auto const found = read_links(bytes, options);
    check(found.links);
    for (auto const& feed : found.feeds) {
      require(is_valid_utf8(feed.url) && is_valid_utf8(feed.title), "a feed has valid UTF-8");
      require(found.kind != DocumentKind::page || is_web_url(feed.url), "a page names feeds on the web");
    }
    if (found.kind != DocumentKind::feed) return 0;
    auto const report = parse_source(bytes, options, [](Post&&) {});
    require(report.links.next == found.links.next, "reading links alone gives what parsing gives");
  } catch (Error const& error) {
    require(error.code() == ErrorCode::bad_source, "what cannot be read is a bad source");
  }
  return 0;
}
