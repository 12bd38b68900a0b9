// Looks a request's headers through.
#include "server/request_check.h"

#include <algorithm>
#include <string_view>

namespace pressmark {
namespace {

// RFC 9110 §5.6.2.
bool is_token(std::string_view text) {
  constexpr std::string_view kSigns = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || is_digit(c) || kSigns.find(c) != std::string_view::npos;
  });
}

std::optional<HttpProblem> malformed(std::string detail) {
  return http_problem(RequestFault::malformed_request, std::move(detail));
}

std::optional<HttpProblem> find_size_fault(Request const& request) {
  if (request.target.size() > kMaxTargetBytes) {
    return http_problem(RequestFault::uri_too_long,
                        "the address has more than " + std::to_string(kMaxTargetBytes) + " bytes");
  }
  std::size_t bytes = 0;
  for (auto const& header : request.headers) bytes += header.name.size() + header.value.size();
  if (bytes <= kMaxHeaderBytes) return std::nullopt;
  return http_problem(RequestFault::headers_too_large,
                      "the headers have more than " + std::to_string(kMaxHeaderBytes) + " bytes");
}

// RFC 9112 §6.3: a length is digits, and is given once.
std::optional<HttpProblem> find_body_fault(Request const& request) {
  auto const length = request.header("Content-Length");
  if (!length) return std::nullopt;
  if (length->empty() || !std::ranges::all_of(*length, is_digit)) {
    return malformed("Content-Length is no number");
  }
  if (length->find_first_not_of('0') == std::string_view::npos) return std::nullopt;
  return http_problem(RequestFault::content_too_large, "requests have no body here");
}

}  // namespace

std::optional<HttpProblem> find_fault(Request const& request) {
  if (auto fault = find_size_fault(request)) return fault;
  if (std::ranges::any_of(request.target, is_space)) return malformed("the address has white space");
  for (auto const& header : request.headers) {
    if (!is_token(header.name)) return malformed("a header's name has a sign that names do not have");
  }
  auto const count = [&](std::string_view name) {
    return std::ranges::count_if(request.headers,
                                 [&](Header const& header) { return equal_ignoring_case(header.name, name); });
  };
  if (count("Transfer-Encoding") > 0) return malformed("Transfer-Encoding is not taken");
  if (count("Content-Length") > 1) return malformed("Content-Length is given twice");
  if (count("Host") > 1) return malformed("Host is given twice");
  if (count("Host") == 0 && request.version != "HTTP/1.0") return malformed("there is no Host");
  return find_body_fault(request);
}

}  // namespace pressmark
