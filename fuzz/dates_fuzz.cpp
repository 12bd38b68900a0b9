// Dates: any text is read or rejected, and what was read means one second that can be written.
#include <string_view>

#include "common/base/time.h"
#include "common/date/parse_date.h"
#include "fuzz/fuzz_target.h"

using namespace pressmark;

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace std::chrono;
  auto const time = parse_date({reinterpret_cast<char const*>(data), size});
  if (!time) return 0;
  // A zone can carry a date over the years that RFC 3339 can write.
  if (*time < sys_days{year{1} / 1 / 1} || *time >= sys_days{year{10'000} / 1 / 1}) return 0;
  auto const again = parse_date(format_rfc3339(*time));
  require(again.has_value() && *again == *time, "a date that was read can be written and read again");
  return 0;
}
