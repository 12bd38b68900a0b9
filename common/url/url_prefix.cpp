#include "common/url/url_prefix.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/strings/ascii.h"

namespace pressmark {

namespace {

Url parse(std::string_view text) {
  bool const has_scheme = text.find("://") != std::string_view::npos;
  return split_url(has_scheme ? std::string(text) : "//" + std::string(text));
}

// "here" is a host by the letter of the grammar, but nobody means one.
bool names_a_host(Url const& url) {
  auto const host = url_host(join_url(url));
  if (!url.scheme.empty() || host == "localhost") return !host.empty();
  return host.find_first_of(".:") != std::string::npos;
}

bool is_plain(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return is_space(c) || c == '\0'; });
}

std::string_view without_slash_at_end(std::string_view path) {
  return path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
}

// Host and port as canonical_url() spells them.
std::string place(Url const& url) {
  Url bare;
  bare.scheme = url.scheme;
  bare.has_authority = true;
  bare.authority = url.authority;
  return split_url(canonical_url(join_url(bare))).authority;
}

// What is left of `path` below `prefix`: empty, or from a '/' on.
std::optional<std::string_view> below(std::string_view path, std::string_view prefix) {
  prefix = without_slash_at_end(prefix);
  if (!path.starts_with(prefix)) return std::nullopt;
  path.remove_prefix(prefix.size());
  if (!path.empty() && !path.starts_with('/')) return std::nullopt;
  return path;
}

}  // namespace

UrlPrefix::UrlPrefix(std::string_view text) : url_(parse(text)) {
  std::string const quoted = "\"" + std::string(text) + "\"";
  if (!is_plain(text) || !names_a_host(url_)) {
    throw Error(ErrorCode::usage, quoted + " is no address", "write it as https://example.org/blog");
  }
  if (url_.has_fragment) {
    throw Error(ErrorCode::usage, quoted + " points into a page", "leave out what follows the #");
  }
}

bool UrlPrefix::same_place(Url const& url) const {
  if (!url.has_authority || (!url_.scheme.empty() && url_.scheme != url.scheme)) return false;
  Url here = url_;
  here.scheme = url.scheme;  // it says which port is the default
  return place(here) == place(url);
}

bool UrlPrefix::is_address_of(Url const& url) const {
  Url here = url_;
  here.scheme = url.scheme;
  return same_place(url) && canonical_url(join_url(here)) == canonical_url(join_url(url));
}

bool UrlPrefix::covers(std::string_view text) const {
  Url const url = split_url(text);
  if (url_.has_query) return is_address_of(url);
  return same_place(url) && below(url.path, url_.path);
}

std::optional<std::string> UrlPrefix::replaced(std::string_view text, UrlPrefix const& target) const {
  if (!covers(text)) return std::nullopt;
  Url url = split_url(text);
  std::string const scheme = target.url_.scheme.empty() ? url.scheme : target.url_.scheme;
  bool const is_one_address = url_.has_query || target.url_.has_query;
  if (is_one_address) {
    if (!is_address_of(url)) return std::nullopt;
    url.has_query = target.url_.has_query;
    url.query = target.url_.query;
  }
  if (is_one_address || url.path == url_.path) {
    url.path = target.url_.path;
  } else {
    auto const rest = below(url.path, url_.path).value_or("");
    url.path = rest.empty() ? target.url_.path
                            : std::string(without_slash_at_end(target.url_.path)) + std::string(rest);
  }
  url.scheme = scheme;
  url.authority = target.url_.authority;
  return join_url(url);
}

}  // namespace pressmark
