// Says where a setting comes from.
#include "common/base/setting.h"

#include <utility>

namespace pressmark {

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
