// Which proxy a request goes through. Decided here and not by libcurl, since whoever connects must
// know whether the address is that of a proxy.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pressmark {

// The value of a variable of the environment; null if it is not set.
using ProxyVariables = std::function<char const*(char const* name)>;

struct Proxies {
  std::string http;   // for http; empty for none
  std::string https;  // for https
  std::string none;   // hosts that need none, separated by commas: names, which include all below
                      // them too, addresses, or "*" for all
};

// `configured` for everything, if it is not empty; else what http_proxy, https_proxy, all_proxy and
// no_proxy say. As is usual, all may be in upper case but the first, which a CGI request could set.
[[nodiscard]] Proxies find_proxies(std::string const& configured, ProxyVariables const& environment);

// The proxy for URLs of `scheme` and `host`, an IPv6 address with or without brackets; empty for none.
[[nodiscard]] std::string proxy_for(std::string_view scheme, std::string_view host, Proxies const& proxies);

}  // namespace pressmark
