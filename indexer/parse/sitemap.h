// Sitemaps: which pages a site has, and which further sitemaps (https://www.sitemaps.org/protocol.html).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "common/base/byte_stream.h"
#include "common/base/noted_problems.h"
#include "common/base/time.h"
#include "indexer/parse/parse.h"

namespace pressmark {

struct SitemapEntry {
  std::string url;  // of a page, or of a sitemap if an index lists it; on the web
  std::optional<Timestamp> modified;
};

using TakeSitemapEntry = std::function<void(SitemapEntry&&)>;

// `problems` are entries left out, and dates that could not be read.
struct SitemapReport : NotedProblems {
  bool is_index = false;    // its entries are sitemaps
  std::size_t entries = 0;  // given out
  std::size_t skipped = 0;  // left out
};

// The protocol's limits: entries of one sitemap, and bytes of an address.
inline constexpr std::size_t kMaxSitemapEntries = 50'000;
inline constexpr std::size_t kMaxSitemapUrlBytes = 2'048;

// How a sitemap was found. An index must list no other.
enum class SitemapOrigin { named, listed_in_index };

// Gives the entries of a sitemap or an index of sitemaps to `take`, in its order, one in memory at a time:
// XML, whose extensions for images, videos, news and languages are passed over, or plain text with an
// address a line. An address that is none on the web or is too long is skipped, what follows the last entry
// that is allowed is not read, and of what is cut off the whole entries are given; all with a problem. An
// index that an index listed is given out as empty, with a problem. Throws Error{bad_source} for what is no
// sitemap.
SitemapReport parse_sitemap(ByteStream& bytes, ParseOptions const& options, TakeSitemapEntry const& take,
                            SitemapOrigin origin = SitemapOrigin::named);

}  // namespace pressmark
