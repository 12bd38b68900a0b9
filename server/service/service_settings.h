// What the server was told, checked and ready to use; never changed, but replaced as a whole.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/config/configuration.h"
#include "common/index/store_layout.h"
#include "present/address/page_site.h"
#include "searcher/match/ranking_weights.h"
#include "server/http/client_address.h"

namespace pressmark {

struct ServiceSettings {
  StoreLayout store;
  RankingWeights weights;
  ConfiguredServer server;
  ConfiguredInsight insight;
  PageSite site;
  std::vector<Network> trusted_proxies;
  std::string program_version;
  std::string page_edition;  // changes with what pages show besides the answer
};

using SharedSettings = std::shared_ptr<ServiceSettings const>;

// Throws Error{bad_configuration} that names the setting and its line.
[[nodiscard]] SharedSettings service_settings(Configuration const& configuration, StoreLayout store,
                                              RankingWeights const& weights, std::string program_version);

// The names of settings that differ and that a server takes up only when it begins.
[[nodiscard]] std::vector<std::string> settings_needing_restart(ConfiguredServer const& before,
                                                                ConfiguredServer const& after);

}  // namespace pressmark
