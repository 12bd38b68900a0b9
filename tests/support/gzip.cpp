// zlib's deflate and inflate in one go.
#include "tests/support/gzip.h"

#include <stdexcept>
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

std::string gunzip(std::string_view packed) {
  z_stream state{};
  ::inflateInit2(&state, 15 + 16);
  std::string in(packed);
  std::string out;
  state.next_in = reinterpret_cast<Bytef*>(in.data());
  state.avail_in = static_cast<uInt>(in.size());
  int progress = Z_OK;
  while (progress == Z_OK) {
    out.resize(state.total_out + 65'536);
    state.next_out = reinterpret_cast<Bytef*>(out.data() + state.total_out);
    state.avail_out = static_cast<uInt>(out.size() - state.total_out);
    progress = ::inflate(&state, Z_NO_FLUSH);
  }
  out.resize(state.total_out);
  ::inflateEnd(&state);
  if (progress != Z_STREAM_END || state.avail_in != 0) throw std::runtime_error("not one whole gzip member");
  return out;
}

}  // namespace pressmark
