// The beginning of addresses, as a person names it to move the posts under it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/url/url.h"

namespace pressmark {

// "https://example.org", "example.org/blog", a whole address. Without a scheme it matches any.
class UrlPrefix {
 public:
  // Throws Error{usage} for what names no host (without a scheme one with a dot, or localhost), and for a
  // fragment: a post's address has none.
  explicit UrlPrefix(std::string_view text);

  // True if `url` is this address or lies under it: same host and port, and a path that goes on at
  // a segment boundary. A prefix with a query covers that one address only.
  [[nodiscard]] bool covers(std::string_view url) const;
  [[nodiscard]] bool covers(UrlPrefix const& other) const { return covers(join_url(other.url_)); }

  // `url` with `target` in the place of this prefix; nothing if this does not cover it. Query and
  // fragment stay. Where either of the two has a query, one address becomes another.
  [[nodiscard]] std::optional<std::string> replaced(std::string_view url, UrlPrefix const& target) const;

  // Host without port and "www.", in lower case.
  [[nodiscard]] std::string host() const { return url_host(join_url(url_)); }

 private:
  [[nodiscard]] bool same_place(Url const& url) const;
  [[nodiscard]] bool is_address_of(Url const& url) const;

  Url url_;
};

}  // namespace pressmark
