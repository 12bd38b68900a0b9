#include "common/base/byte_stream.h"

namespace pressmark {

std::string head_of(ByteStream& bytes, std::size_t max_bytes) {
  std::string head(max_bytes, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    auto const count = bytes.read({head.data() + size, head.size() - size});
    if (count == 0) break;
    size += count;
  }
  head.resize(size);
  return head;
}

}  // namespace pressmark
