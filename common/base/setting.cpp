// Says where a setting comes from, and what it is.
#include "common/base/setting.h"

#include <array>
#include <charconv>
#include <utility>

namespace pressmark {

std::string number_text(double number) {
  std::array<char, 512> buffer{};
  auto const [end, failure] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return failure == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string origin_text(Origin const& origin) {
  switch (origin.setter) {
    case Setter::file:
      return origin.file + ":" + std::to_string(origin.line);
    case Setter::environment:
      return "environment";
    case Setter::command_line:
      return "flag";
    case Setter::built_in:
      break;
  }
  return "default";
}

Error bad_setting(Origin const& origin, std::string const& what, std::string hint) {
  return {ErrorCode::bad_configuration, origin_text(origin) + ": " + what, std::move(hint)};
}

}  // namespace pressmark
