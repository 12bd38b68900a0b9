// Parses, resolves and normalises URLs as RFC 3986 says.
#include "common/url/url.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/strings/utf8.h"
#include "common/url/percent_encoding.h"

namespace pressmark {
namespace {

// Query parameters that tell where a reader came from, not what is read. Those that end in
// '_' stand for all that begin so.
constexpr std::array<std::string_view, 14> kTrackingParameters = {
    "utm_",  "fbclid", "gclid",  "dclid",  "gbraid", "wbraid", "msclkid",
    "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi"};

// File names that mean their folder, and endings that only say how a page is made.
constexpr std::array<std::string_view, 3> kFolderPages = {"index", "default", "home"};
constexpr std::array<std::string_view, 11> kPageExtensions = {"html", "htm", "xhtml", "shtml", "php", "asp",
                                                              "aspx", "jsp", "cgi",   "md",    "txt"};

template <std::size_t size>
bool contains(std::array<std::string_view, size> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

// The part of `text` before the first of `ends`, which is taken off it.
std::string take_until(std::string_view& text, std::string_view ends) {
  auto const size = std::min(text.find_first_of(ends), text.size());
  std::string part(text.substr(0, size));
  text.remove_prefix(size);
  return part;
}

// RFC 3986 §5.2.4, for a path that is absolute: "." and ".." vanish with what they undo.
std::string remove_dot_segments(std::string_view path) {
  if (!path.starts_with('/')) return std::string(path);
  std::vector<std::string_view> kept;
  auto const segments = split(path.substr(1), "/");
  for (std::size_t i = 0; i < segments.size(); ++i) {
    auto const segment = segments[i];
    bool const is_last = i + 1 == segments.size();
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (segment != "." && segment != "..") {
      kept.push_back(segment);
    } else if (is_last) {
      kept.emplace_back();  // "/a/." is the folder "/a/"
    }
  }
  std::string result;
  for (auto const segment : kept) result.append("/").append(segment);
  return result.empty() ? "/" : result;
}

// RFC 3986 §5.2.3: `reference` in the place of the last segment of the base's path.
std::string merge_paths(Url const& base, std::string const& reference) {
  if (base.has_authority && base.path.empty()) return "/" + reference;
  return base.path.substr(0, base.path.rfind('/') + 1) + reference;
}

struct Authority {
  std::string_view user;  // with the '@'
  std::string_view host;  // an IPv6 address with its brackets
  std::string_view port;  // without ':'
};

Authority split_authority(std::string_view authority) {
  auto const at = authority.rfind('@');
  auto const host_begin = at == std::string_view::npos ? 0 : at + 1;
  auto const host_and_port = authority.substr(host_begin);
  auto const bracket = host_and_port.rfind(']');
  auto const colon = host_and_port.find(':', bracket == std::string_view::npos ? 0 : bracket);
  return {authority.substr(0, host_begin), host_and_port.substr(0, colon),
          colon == std::string_view::npos ? std::string_view{} : host_and_port.substr(colon + 1)};
}

std::string canonical_authority(Url const& url) {
  auto const [user, host, port] = split_authority(url.authority);
  bool const is_default =
      port.empty() || (url.scheme == "http" && port == "80") || (url.scheme == "https" && port == "443");
  auto result = std::string(user) + lower(host);
  if (!is_default) result.append(":").append(port);
  return result;
}

// Medium's feeds have "source=rss-" followed by numbers.
constexpr std::string_view kFeedSource = "source=rss-";

bool is_tracking_parameter(std::string_view parameter) {
  if (parameter.starts_with(kFeedSource)) return true;
  auto const name = lower(parameter.substr(0, parameter.find('=')));
  return std::any_of(kTrackingParameters.begin(), kTrackingParameters.end(), [&](std::string_view known) {
    return known.ends_with('_') ? name.starts_with(known) : name == known;
  });
}

std::string without_tracking(std::string_view query) {
  std::string result;
  for (auto const parameter : split(query, "&")) {
    if (parameter.empty() || is_tracking_parameter(parameter)) continue;
    append_item(result, parameter, "&");
  }
  return result;
}

std::string_view without_page_extension(std::string_view segment) {
  auto const dot = segment.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return segment;
  return contains(kPageExtensions, lower(segment.substr(dot + 1))) ? segment.substr(0, dot) : segment;
}

bool says_something(std::string_view segment) {
  return !std::all_of(segment.begin(), segment.end(), is_digit) && !contains(kFolderPages, lower(segment));
}

constexpr std::string_view kTextDirective = ":~:text=";

// Hyphen, comma and ampersand have a meaning of their own in a directive.
constexpr ByteSet kDirectiveText = kUnreserved.without("-");

}  // namespace

Url split_url(std::string_view text) {
  Url url;
  auto const colon = text.find_first_of(":/?#");
  if (colon != std::string_view::npos && text[colon] == ':' && is_scheme(text.substr(0, colon))) {
    url.scheme = lower(text.substr(0, colon));
    text.remove_prefix(colon + 1);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    url.has_authority = true;
    url.authority = take_until(text, "/?#");
  }
  url.path = take_until(text, "?#");
  if (text.starts_with('?')) {
    text.remove_prefix(1);
    url.has_query = true;
    url.query = take_until(text, "#");
  }
  if (text.starts_with('#')) {
    url.has_fragment = true;
    url.fragment = text.substr(1);
  }
  return url;
}

std::string join_url(Url const& url) {
  std::string text;
  if (!url.scheme.empty()) text += url.scheme + ":";
  if (url.has_authority) text += "//" + url.authority;
  text += url.path;
  if (url.has_query) text += "?" + url.query;
  if (url.has_fragment) text += "#" + url.fragment;
  return text;
}

std::string resolve_url(std::string_view base_text, std::string_view reference_text) {
  auto const base = split_url(base_text);
  auto target = split_url(reference_text);
  if (base.scheme.empty()) return std::string(reference_text);
  if (!target.scheme.empty()) {
    target.path = remove_dot_segments(target.path);
    return join_url(target);
  }
  target.scheme = base.scheme;
  if (target.has_authority) {
    target.path = remove_dot_segments(target.path);
    return join_url(target);
  }
  target.has_authority = base.has_authority;
  target.authority = base.authority;
  if (target.path.empty()) {
    target.path = base.path;
    if (!target.has_query) {
      target.has_query = base.has_query;
      target.query = base.query;
    }
    return join_url(target);
  }
  if (!target.path.starts_with('/')) target.path = merge_paths(base, target.path);
  target.path = remove_dot_segments(target.path);
  return join_url(target);
}

std::string canonical_url(std::string_view text) {
  auto url = split_url(text);
  url.has_fragment = false;
  if (!url.has_authority) return join_url(url);
  url.authority = canonical_authority(url);
  url.path = url.path.empty() ? "/" : remove_dot_segments(url.path);
  url.query = without_tracking(url.query);
  url.has_query = !url.query.empty();
  return join_url(url);
}

std::string url_host(std::string_view text) {
  auto const url = split_url(text);
  auto host = lower(split_authority(url.authority).host);
  constexpr std::string_view kPrefix = "www.";
  bool const names_more = host.find('.', kPrefix.size()) != std::string::npos;  // "www.com" is a name itself
  return host.starts_with(kPrefix) && names_more ? host.substr(kPrefix.size()) : host;
}

std::string url_slug(std::string_view text) {
  auto const url = split_url(text);
  auto segments = split(url.path, "/");
  for (auto segment = segments.rbegin(); segment != segments.rend(); ++segment) {
    auto const name = without_page_extension(*segment);
    if (!says_something(name)) continue;
    auto decoded = percent_decoded(name);
    return is_valid_utf8(decoded) ? decoded : std::string(name);
  }
  return {};
}

std::string without_last_slash(std::string url) {
  if (url.ends_with('/')) url.pop_back();
  return url;
}

bool url_ends_with(std::string_view url, std::string_view path) {
  while (url.ends_with('/')) url.remove_suffix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty() || !url.ends_with(path)) return false;
  return path.size() == url.size() || path.front() == '/' || url[url.size() - path.size() - 1] == '/';
}

bool is_web_url(std::string_view text) {
  auto const url = split_url(text);
  return (url.scheme == "http" || url.scheme == "https") && !split_authority(url.authority).host.empty();
}

std::string link_to_anchor(std::string_view url, std::string_view anchor) {
  std::string link(url);
  if (!anchor.empty()) link += '#' + percent_encoded(anchor, kFragmentBytes);
  return link;
}

std::string link_to_words(std::string_view url, std::string_view words) {
  std::string link(url);
  if (words.empty()) return link;
  if (url.find('#') == std::string_view::npos) link += '#';
  link += kTextDirective;
  return link + percent_encoded(words, kDirectiveText);
}

std::string_view without_text_directive(std::string_view url) {
  auto const directive = url.find(kTextDirective);
  if (directive == std::string_view::npos) return url;
  url = url.substr(0, directive);
  if (url.ends_with('#')) url.remove_suffix(1);
  return url;
}

}  // namespace pressmark
