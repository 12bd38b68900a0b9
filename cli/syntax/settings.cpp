// Reads the configuration; the command line and the environment come before it.
#include "cli/syntax/settings.h"

#include "cli/syntax/mistyped_file.h"
#include "cli/syntax/store_location.h"
#include "common/base/error.h"
#include "searcher/match/weight_table.h"

namespace pressmark {

namespace {

Setting<std::filesystem::path> locate_config(std::string const& given, Environment const& environment) {
  if (!given.empty()) return {given, {.setter = Setter::command_line}};
  if (auto const named = environment("PRESSMARK_CONFIG").value_or(""); !named.empty()) {
    return {named, {.setter = Setter::environment}};
  }
  return {};
}

Configuration read_named(std::string const& file) {
  if (is_missing(file)) {
    auto const nearest = nearest_file(file);
    throw Error(ErrorCode::bad_configuration, "there is no configuration " + file,
                nearest ? "did you mean " + *nearest + "?" : "pressmark init " + file + " writes one");
  }
  return read_configuration(file);
}

RankingWeights weights_of(Configuration const& configuration) {
  auto weights = apply_weights(configuration.ranking);
  if (configuration.evergreen) weights.evergreen = configuration.evergreen->value;
  return weights;
}

}  // namespace

Settings read_settings(GivenSettings const& given, Environment const& environment) {
  Settings settings;
  settings.config = locate_config(given.config, environment);
  if (!settings.config.value.empty()) settings.configuration = read_named(settings.config.value.string());
  settings.weights = weights_of(settings.configuration);
  settings.store = locate_store(given.store, environment, settings.configuration);
  return settings;
}

RankingWeights read_weights(std::string const& file) {
  return weights_of(read_named(file));
}

}  // namespace pressmark
