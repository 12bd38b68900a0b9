// Packing what tests let others unpack.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` as one member of gzip, as small as it gets.
[[nodiscard]] std::string gzip(std::string_view text);

}  // namespace pressmark
