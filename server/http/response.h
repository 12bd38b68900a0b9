// An HTTP response as a plain value.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/request.h"

namespace pressmark {

inline constexpr std::string_view kHtml = "text/html; charset=utf-8";
inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kProblemJson = "application/problem+json";

// A body that several responses may share.
using Body = std::shared_ptr<std::string const>;

struct Response {
  int status = 200;
  std::vector<Header> headers;
  Body body;                      // nothing for none
  bool close_connection = false;  // nothing more is read from it

  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const {
    for (auto const& header : headers) {
      if (equal_ignoring_case(header.name, name)) return header.value;
    }
    return std::nullopt;
  }
};

}  // namespace pressmark
