// URLs as they are sent and as they are shown.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// `url` as a request has it: without a fragment, and with spaces, controls and bytes beyond ASCII in
// path and query as %XX, which many pages leave out (RFC 3986 §2.1).
[[nodiscard]] std::string request_url(std::string_view url);

// `url` without a user and password, for messages.
[[nodiscard]] std::string shown_url(std::string_view url);

// Where the robots.txt that covers `url` stands (RFC 9309 §2.3).
[[nodiscard]] std::string robots_url(std::string_view url);

}  // namespace pressmark
