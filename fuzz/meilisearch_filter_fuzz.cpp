// Filters of Meilisearch's API: any text is a condition of bounded depth, or a problem that says what is
// wrong.
#include <algorithm>
#include <string_view>

#include "fuzz/fuzz_target.h"
#include "server/meilisearch/filter_parser.h"

using namespace pressmark;

namespace {

int depth_of(Condition const& condition) {
  int depth = 0;
  for (auto const& child : condition.children) depth = std::max(depth, depth_of(child));
  return depth + 1;
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const condition = parse_filter({reinterpret_cast<char const*>(data), size});
  if (!condition) {
    require(!condition.error().what.empty(), "a problem says what is wrong");
    return 0;
  }
  // In an expression as deep as it may be each level is an OR of ANDs of NOTs.
  require(depth_of(*condition) <= 3 * (kMaxFilterDepth + 1), "the depth of a condition is bounded");
  return 0;
}
