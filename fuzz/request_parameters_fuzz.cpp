// The address of a request: any bytes have parameters of valid UTF-8, and a search that was read from them
// can be written as an address that means the same.
#include <string_view>

#include "common/strings/utf8.h"
#include "fuzz/fuzz_target.h"
#include "present/address/search_address.h"
#include "server/answer/search_parameters.h"
#include "server/http/parameters.h"

using namespace pressmark;

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  constexpr Timestamp kNow{std::chrono::days{20'000}};
  auto const target = split_target({reinterpret_cast<char const*>(data), size});
  require(is_valid_utf8(decoded_text(target.path)), "a path is valid UTF-8");
  auto const parameters = parse_parameters(target.query);
  for (auto const& [name, value] : parameters) {
    require(is_valid_utf8(name) && is_valid_utf8(value), "a parameter is valid UTF-8");
  }
  auto const address = read_search_address(parameters, kNow);
  if (!address) {
    require(!address.error().what.empty() && !address.error().where.empty(), "a problem names its parameter");
    return 0;
  }
  auto const again = read_search_address(parse_parameters(query_string(*address)), kNow);
  require(again.has_value() && *again == *address, "a search that was read can be written and read again");
  require(search_request(*address).query == address->query, "an address is a search");
  return 0;
}
