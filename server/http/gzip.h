// Packing bodies for clients that accept it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// True if an Accept-Encoding header of this value allows gzip (RFC 9110 §12.5.3).
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

// `bytes` packed (RFC 1952); nothing if that makes them no smaller.
[[nodiscard]] std::optional<std::string> pack_gzip(std::string_view bytes);

}  // namespace pressmark
