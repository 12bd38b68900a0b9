// Checks the settings of [server] that are more than numbers.
#include "server/service/service_settings.h"

#include <utility>

#include "common/base/hash.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

Error bad_server_setting(Configuration const& configuration, std::string const& name, std::string const& what,
                         std::string hint) {
  auto const place = configuration.origins.find("server." + name);
  auto const origin = place == configuration.origins.end() ? Origin{} : place->second;
  return bad_setting(origin, "server." + name + " " + what, std::move(hint));
}

void require_web_url(Configuration const& configuration, std::string const& name, std::string const& url) {
  auto const parts = split_url(url);
  if (is_web_url(url) && !parts.authority.empty() && !parts.has_query && !parts.has_fragment) return;
  throw bad_server_setting(configuration, name, "has " + url + ", which is no address on the web",
                           "for example: https://example.org");
}

PageSite page_site(Configuration const& configuration) {
  auto const& server = configuration.server;
  PageSite site{server.title, without_last_slash(server.base_path), without_last_slash(server.public_url)};
  if (!site.public_url.empty()) require_web_url(configuration, "public_url", site.public_url);
  if (server.base_path.empty()) site.base_path = split_url(site.public_url).path;
  if (!site.base_path.empty() && (!site.base_path.starts_with('/') || site.base_path.starts_with("//"))) {
    throw bad_server_setting(configuration, "base_path", "does not begin with a slash",
                             "for example: /find, for https://example.org/find/search");
  }
  return site;
}

void check_origins(Configuration const& configuration) {
  for (auto const& origin : configuration.server.cors_origins) {
    require_web_url(configuration, "cors_origins", origin);
    if (split_url(origin).path.empty()) continue;
    throw bad_server_setting(configuration, "cors_origins",
                             "has " + origin + ", which is more than an origin",
                             "an origin ends with the host or port, without a slash");
  }
}

std::vector<Network> trusted_networks(Configuration const& configuration) {
  std::vector<Network> networks;
  for (auto const& text : configuration.server.trusted_proxies) {
    auto const network = parse_network(text);
    if (!network) {
      throw bad_server_setting(configuration, "trusted_proxies", "has " + text + ", which is no address",
                               "for example: 192.0.2.1, 10.0.0.0/8 or 2001:db8::/32");
    }
    networks.push_back(*network);
  }
  return networks;
}

}  // namespace

SharedSettings service_settings(Configuration const& configuration, StoreLayout store,
                                RankingWeights const& weights, std::string program_version) {
  constexpr std::size_t kEditionDigits = 8;
  check_origins(configuration);
  ServiceSettings settings{.store = std::move(store),
                           .weights = weights,
                           .server = configuration.server,
                           .insight = configuration.insight,
                           .site = page_site(configuration),
                           .trusted_proxies = trusted_networks(configuration),
                           .program_version = std::move(program_version),
                           .page_edition = {}};
  auto const& site = settings.site;
  settings.page_edition = stable_hash({settings.program_version, site.title, site.base_path, site.public_url})
                              .substr(0, kEditionDigits);
  return std::make_shared<ServiceSettings const>(std::move(settings));
}

std::vector<std::string> settings_needing_restart(ConfiguredServer const& before,
                                                  ConfiguredServer const& after) {
  std::vector<std::string> names;
  auto const compare = [&](char const* name, auto ConfiguredServer::* setting) {
    if (before.*setting != after.*setting) names.emplace_back(name);
  };
  compare("server.listen", &ConfiguredServer::listen);
  compare("server.threads", &ConfiguredServer::threads);
  compare("server.connections", &ConfiguredServer::connections);
  compare("server.request_seconds", &ConfiguredServer::request_seconds);
  compare("server.answer_seconds", &ConfiguredServer::answer_seconds);
  return names;
}

}  // namespace pressmark
