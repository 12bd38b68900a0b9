// zlib's deflate in one go.
#include "tests/support/gzip.h"

#include <zlib.h>

namespace pressmark {

std::string gzip(std::string_view text) {
  z_stream state{};
  ::deflateInit2(&state, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  std::string in(text);
  std::string out(::deflateBound(&state, in.size()), '\0');
  state.next_in = reinterpret_cast<Bytef*>(in.data());
  state.avail_in = static_cast<uInt>(in.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  ::deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  ::deflateEnd(&state);
  return out;
}

}  // namespace pressmark
