// Widths as utf8proc knows them.
#include "common/text/display_width.h"

#include <algorithm>
#include <utf8proc.h>

#include "common/strings/utf8.h"
#include "common/text/unicode_tables.h"

namespace pressmark {

std::size_t columns_of(char32_t code_point) noexcept {
  if (is_trailing_jamo(code_point)) return 0;  // utf8proc gives them a column, which the leading one has
  auto const columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return static_cast<std::size_t>(std::max(columns, 0));
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const code_point = decode_utf8(text, at);
    columns += columns_of(code_point.value);
    at += code_point.bytes;
  }
  return columns;
}

}  // namespace pressmark
