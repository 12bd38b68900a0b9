// Asks the command line, the environment and the configuration for the store.
#include "cli/syntax/store_location.h"

#include "common/base/error.h"

namespace pressmark {

std::optional<std::filesystem::path> default_store(Environment const& environment) {
  auto const path = [&](char const* name) { return std::filesystem::path(environment(name).value_or("")); };
  // The specification has relative paths ignored.
  if (auto const data = path("XDG_DATA_HOME"); data.is_absolute()) return data / "pressmark";
  if (auto const home = path("HOME"); !home.empty()) return home / ".local" / "share" / "pressmark";
  return std::nullopt;
}

Setting<std::filesystem::path> locate_store(std::string const& given, Environment const& environment,
                                            Configuration const& configuration) {
  if (!given.empty()) return {given, {.setter = Setter::command_line}};
  if (auto const named = environment("PRESSMARK_STORE").value_or(""); !named.empty()) {
    return {named, {.setter = Setter::environment}};
  }
  if (configuration.store) return *configuration.store;
  if (auto const usual = default_store(environment)) return {*usual, {}};
  throw Error(ErrorCode::usage, "nothing says where the store is", "name its directory: --store DIR");
}

}  // namespace pressmark
