// Lines of a text.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// True if one of the lines of `text`, each of which ends with a line feed, is `line`.
[[nodiscard]] inline bool has_line(std::string_view text, std::string_view line) {
  return ('\n' + std::string(text)).find('\n' + std::string(line) + '\n') != std::string::npos;
}

}  // namespace pressmark
