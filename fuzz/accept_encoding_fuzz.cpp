// The header Accept-Encoding: any bytes say whether gzip is welcome, in any case of their letters, and what
// is refused first stays refused.
#include <string>
#include <string_view>

#include "common/strings/ascii.h"
#include "fuzz/fuzz_target.h"
#include "server/http/gzip.h"

using namespace pressmark;

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const header(reinterpret_cast<char const*>(data), size);
  require(accepts_gzip(header) == accepts_gzip(lower(header)), "the case of letters says nothing");
  require(!accepts_gzip("gzip;q=0, " + std::string(header)), "what has no weight is refused");
  auto const packed = pack_gzip(header);
  require(!packed || packed->size() <= size, "packing makes nothing larger");
  return 0;
}
