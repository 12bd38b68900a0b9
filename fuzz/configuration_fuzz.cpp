// The configuration: any text is one, or is rejected as a bad configuration.
#include <string_view>

#include "common/base/error.h"
#include "common/config/configuration.h"
#include "fuzz/fuzz_target.h"

using namespace pressmark;

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  try {
    auto const configuration =
        parse_configuration({reinterpret_cast<char const*>(data), size}, "/etc/pressmark/pressmark.toml");
    for (auto const& source : configuration.sources) {
      require(source.url.empty() != source.path.empty(), "a source is on the web or in a file");
    }
  } catch (Error const& error) {
    require(error.code() == ErrorCode::bad_configuration, "what is refused is a bad configuration");
  }
  return 0;
}
