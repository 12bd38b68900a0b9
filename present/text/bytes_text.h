// Sizes as people read them.
#pragma once

#include <cstdint>
#include <string>

namespace pressmark {

// "512 B", "1.2 MB": units of 1000, one decimal from kilobytes on.
[[nodiscard]] std::string bytes_text(std::uintmax_t bytes);

}  // namespace pressmark
