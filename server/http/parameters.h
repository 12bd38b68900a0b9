// The parameters of a request's address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

struct Parameter {
  std::string name;
  std::string value;  // valid UTF-8

  [[nodiscard]] bool operator==(Parameter const&) const = default;
};

// What stands before '?' in a request's target, and what after it. Of an absolute address
// (RFC 9112 §3.2.2) scheme and authority are passed over.
struct Target {
  std::string_view path;
  std::string_view query;
};
[[nodiscard]] Target split_target(std::string_view target);

// `text`, a segment of a path, with its escapes decoded. Never fails: bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string decoded_text(std::string_view text);

// Reads application/x-www-form-urlencoded text, whose names and values are decoded likewise; never fails.
[[nodiscard]] std::vector<Parameter> parse_parameters(std::string_view query);

}  // namespace pressmark
