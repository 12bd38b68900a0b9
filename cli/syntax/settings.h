// What the command line, the environment and the configuration settle together.
#pragma once

#include <filesystem>
#include <string>

#include "cli/process/context.h"
#include "common/base/setting.h"
#include "common/config/configuration.h"
#include "common/index/store_layout.h"
#include "searcher/match/ranking_weights.h"

namespace pressmark {

// What the command line says about them; empty where it is silent.
struct GivenSettings {
  std::string store;
  std::string config;
};

struct Settings {
  Setting<std::filesystem::path> config;  // the configuration's file; empty if there is none
  Setting<std::filesystem::path> store;
  Configuration configuration;
  RankingWeights weights;

  [[nodiscard]] StoreLayout layout() const { return {store.value}; }
};

// Reads the configuration that --config names, else PRESSMARK_CONFIG, if one of them does; it then
// has to be there and right, whatever the command makes of it. Throws Error{bad_configuration}, and
// what locate_store() throws.
[[nodiscard]] Settings read_settings(GivenSettings const& given, Environment const& environment);

// The weights that the configuration in `file` gives. Throws Error{bad_configuration}.
[[nodiscard]] RankingWeights read_weights(std::string const& file);

}  // namespace pressmark
