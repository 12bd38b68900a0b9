// How much of a source is accepted. What is beyond a limit is rejected or cut, with a clear message.
#pragma once

#include <cstddef>

namespace pressmark {

struct InputLimits {
  std::size_t source_bytes = std::size_t{4} << 30;       // one feed or export, packed and unpacked
  std::size_t unpacked_ratio = 200;                      // unpacked bytes for each packed byte of a source
  std::size_t ratio_free_bytes = std::size_t{16} << 20;  // unpacked bytes before unpacked_ratio is enforced
  std::size_t directory_files = 100'000;                 // files below a directory that is a source
  std::size_t directory_depth = 32;                      // how deep such directories are nested
  std::size_t max_posts = 200'000;                       // items of one source
  std::size_t item_bytes = std::size_t{32} << 20;        // one item as it stands in its source
  std::size_t item_html_bytes = std::size_t{8} << 20;
  std::size_t json_depth = 128;  // nesting of arrays and objects
  std::size_t html_depth = 512;  // nesting of elements, as in browsers
};

}  // namespace pressmark
