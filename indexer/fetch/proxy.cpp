// The conventions of proxy variables, as curl and wget follow them.
#include "indexer/fetch/proxy.h"

#include <algorithm>
#include <initializer_list>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

std::string first_set(ProxyVariables const& environment, std::initializer_list<char const*> names) {
  for (auto const* name : names) {
    auto const* value = environment(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

bool is_in(std::string_view host, std::string_view entry) {
  if (entry == "*") return true;
  if (entry.starts_with('.')) entry.remove_prefix(1);
  if (entry.empty() || host.size() < entry.size()) return false;
  auto const begin = host.size() - entry.size();
  return equal_ignoring_case(host.substr(begin), entry) && (begin == 0 || host[begin - 1] == '.');
}

}  // namespace

Proxies find_proxies(std::string const& configured, ProxyVariables const& environment) {
  if (!configured.empty()) return {configured, configured, {}};
  return {first_set(environment, {"http_proxy", "all_proxy", "ALL_PROXY"}),
          first_set(environment, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}),
          first_set(environment, {"no_proxy", "NO_PROXY"})};
}

std::string proxy_for(std::string_view scheme, std::string_view host, Proxies const& proxies) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  auto const entries = split(proxies.none, ", ");
  if (std::any_of(entries.begin(), entries.end(), [&](auto entry) { return is_in(host, entry); })) return {};
  return scheme == "https" ? proxies.https : proxies.http;
}

}  // namespace pressmark
