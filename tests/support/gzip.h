// Packing what tests let others unpack, and the other way.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `text` as one member of gzip, as small as it gets.
[[nodiscard]] std::string gzip(std::string_view text);

// The text of one member of gzip. Throws std::runtime_error for anything else.
[[nodiscard]] std::string gunzip(std::string_view packed);

}  // namespace pressmark
