// Sitemaps: any bytes give addresses on the web, within the protocol's limits, or an Error.
#include <string_view>

#include "common/base/error.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "fuzz/fuzz_target.h"
#include "indexer/parse/sitemap.h"

using namespace pressmark;

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  MemoryStream bytes({reinterpret_cast<char const*>(data), size});
  ParseOptions options;
  options.source = "https://example.org/sitemap.xml";
  options.limits.item_bytes = 10'000;
  std::size_t entries = 0;
  try {
    auto const report = parse_sitemap(bytes, options, [&](SitemapEntry&& entry) {
      ++entries;
      require(is_web_url(entry.url) && is_valid_utf8(entry.url), "an entry is an address on the web");
      require(entry.url.size() <= kMaxSitemapUrlBytes, "an address is no longer than the limit");
    });
    require(report.entries == entries, "the report counts the entries that were given");
    require(entries <= kMaxSitemapEntries, "there are no more entries than the limit");
  } catch (Error const& error) {
    require(error.code() == ErrorCode::bad_source, "what cannot be read is a bad source");
  }
  return 0;
}
