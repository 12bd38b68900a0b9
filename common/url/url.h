// URLs as far as posts need them: parsing, resolving and comparing (RFC 3986).
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

struct Url {
  std::string scheme;     // lower case
  std::string authority;  // host and port as written
  std::string path;
  std::string query;     // without '?'
  std::string fragment;  // without '#'
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;
};

// Splits `text` as RFC 3986 appendix B does; never fails, every string is some reference.
[[nodiscard]] Url split_url(std::string_view text);
[[nodiscard]] std::string join_url(Url const& url);

// The absolute form of `reference` seen from `base` (RFC 3986 §5.2); `reference` itself if
// `base` is not absolute.
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

// The form under which two spellings of one post's address compare equal: scheme and host in
// lower case, no default port, no fragment, no tracking parameters (utm_*, fbclid, gclid, …),
// dot segments removed, a bare host gets "/".
[[nodiscard]] std::string canonical_url(std::string_view url);

// Host without port, in lower case and without a leading "www."; empty if there is none.
[[nodiscard]] std::string url_host(std::string_view url);

// The last path segment that says something, without a file extension:
// "https://example.org/2026/04/engine-single-brain/index.html" gives "engine-single-brain".
[[nodiscard]] std::string url_slug(std::string_view url);

// `url` with `anchor` as its fragment, percent-encoded as RFC 3986 §3.5 asks; `url` itself for an
// empty anchor.
[[nodiscard]] std::string link_to_anchor(std::string_view url, std::string_view anchor);

// `url` with a text directive for `words` (WICG, URL Fragment Text Directives, §3), by which a browser
// scrolls to them; `url` itself if `words` is empty.
[[nodiscard]] std::string link_to_words(std::string_view url, std::string_view words);

// `url` without a text directive, for people to read.
[[nodiscard]] std::string_view without_text_directive(std::string_view url);

// `url` without the slash at its end, if it has one: other paths can be put after it.
[[nodiscard]] std::string without_last_slash(std::string url);

// True if `url` ends with `path` at a segment's boundary; slashes at their ends do not matter.
[[nodiscard]] bool url_ends_with(std::string_view url, std::string_view path);

// True for http and https URLs: the only ones that may become a link.
[[nodiscard]] bool is_web_url(std::string_view url);

}  // namespace pressmark
