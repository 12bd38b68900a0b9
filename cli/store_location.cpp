// Finds the store's directory (XDG Base Directory Specification).
#include "cli/store_location.h"

#include "common/base/error.h"

namespace pressmark {

StoreLayout locate_store(std::string const& given, Environment const& environment) {
  if (!given.empty()) return {given};
  auto const path = [&](char const* name) { return std::filesystem::path(environment(name).value_or("")); };
  if (auto const store = path("PRESSMARK_STORE"); !store.empty()) return {store};
  // The specification has relative paths ignored.
  if (auto const data = path("XDG_DATA_HOME"); data.is_absolute()) return {data / "pressmark"};
  if (auto const home = path("HOME"); !home.empty()) return {home / ".local" / "share" / "pressmark"};
  throw Error(ErrorCode::usage, "nothing says where the store is", "name its directory: --store DIR");
}

}  // namespace pressmark
