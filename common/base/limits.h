// How much input is accepted. Beyond a limit the input is refused or cut with a clear message.
#pragma once

#include <cstddef>

namespace pressmark {

struct InputLimits {
  std::size_t feed_bytes = std::size_t{256} << 20;  // one feed or export file
  std::size_t feed_items = 200'000;                 // items of one source
  std::size_t item_html_bytes = std::size_t{8} << 20;
  std::size_t html_depth = 512;     // nesting of elements, as in browsers
  std::size_t query_bytes = 4'000;  // of a query; the rest is dropped with a warning
  std::size_t query_words = 96;
};

}  // namespace pressmark
