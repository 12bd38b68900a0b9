// The messages for requests that make no sense.
#include "searcher/request_error.h"

namespace pressmark {

Error unreadable_date(std::string const& member, std::string const& value) {
  return {ErrorCode::usage, "'" + value + "' is not a date for " + member,
          "write 2026, 2026-03, 2026-03-14, or a time back from now such as 7d or 1y"};
}

}  // namespace pressmark
