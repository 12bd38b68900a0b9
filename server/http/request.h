// An HTTP request as a plain value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/strings/ascii.h"

namespace pressmark {

struct Header {
  std::string name;
  std::string value;

  [[nodiscard]] bool operator==(Header const&) const = default;
};

struct Request {
  std::string method;
  std::string target;           // as in the request line
  std::string version;          // "HTTP/1.1"
  std::vector<Header> headers;  // in their order
  std::string peer;             // address of who connected; empty for a Unix socket
  std::string body{};
  bool is_well_framed = true;  // its lines end as RFC 9112 §2.2 wants it, and none is continued

  // The value of the first header called so.
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const {
    for (auto const& header : headers) {
      if (equal_ignoring_case(header.name, name)) return header.value;
    }
    return std::nullopt;
  }

  // The values of all headers called so, which make one list (RFC 9110 §5.3).
  [[nodiscard]] std::string header_list(std::string_view name) const {
    std::string list;
    for (auto const& header : headers) {
      if (equal_ignoring_case(header.name, name)) list += (list.empty() ? "" : ", ") + header.value;
    }
    return list;
  }
};

}  // namespace pressmark
