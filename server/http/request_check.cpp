// Looks a request's headers through.
#include "server/http/request_check.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/strings/number_text.h"

namespace pressmark {
namespace {

// RFC 9110 §5.6.2.
bool is_token(std::string_view text) {
  constexpr std::string_view kSymbols = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return is_letter(c) || is_digit(c) || kSymbols.find(c) != std::string_view::npos;
  });
}

// RFC 9110 §5.5.
bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= '\0' && c < ' ' && c != '\t') || c == '\x7f'; });
}

// RFC 9112 §3.2 allows less; but clients of a Unix socket name its path. A comma may join what came as
// two headers.
bool is_one_host(std::string_view text) {
  return text.find_first_of(" \t,") == std::string_view::npos;
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

std::ptrdiff_t count(Request const& request, std::string_view name) {
  return std::ranges::count_if(request.headers,
                               [&](Header const& header) { return equal_ignoring_case(header.name, name); });
}

std::optional<HttpProblem> find_sign_fault(Request const& request) {
  if (!is_token(request.method)) return malformed("the method has a sign that names do not have");
  if (std::ranges::any_of(request.target, is_space)) return malformed("the address has white space");
  if (has_control(request.target)) return malformed("the address has a control character");
  for (auto const& header : request.headers) {
    if (!is_token(header.name)) return malformed("a header's name has a sign that names do not have");
    if (has_control(header.value)) return malformed("a header's value has a control character");
  }
  return std::nullopt;
}

// RFC 9112 §6.3: a length is digits, and is given once.
std::optional<HttpProblem> find_body_fault(Request const& request, BodyRule rule) {
  auto const length = request.header("Content-Length");
  bool const is_required = rule == BodyRule::required && request.method == "POST";
  if (!length) return is_required ? malformed("there is no Content-Length") : std::nullopt;
  if (length->empty() || !std::ranges::all_of(*length, is_digit)) {
    return malformed("Content-Length is no number");
  }
  if (is_required && !readable_body_bytes(request)) {
    return http_problem(RequestFault::content_too_large,
                        "the body has more than " + std::to_string(kMaxBodyBytes) + " bytes");
  }
  if (is_required || length->find_first_not_of('0') == std::string_view::npos) return std::nullopt;
  return http_problem(RequestFault::content_too_large, "requests have no body here");
}

}  // namespace

std::optional<HttpProblem> find_fault(Request const& request, BodyRule rule) {
  if (auto fault = find_size_fault(request)) return fault;
  if (!request.is_well_framed)
    return malformed("its lines do not all end with CR and LF, or one is continued");
  if (auto fault = find_sign_fault(request)) return fault;
  if (count(request, "Transfer-Encoding") > 0) return malformed("Transfer-Encoding is not taken");
  if (count(request, "Content-Length") > 1) return malformed("Content-Length is given twice");
  if (count(request, "Host") == 0 && request.version != "HTTP/1.0") return malformed("there is no Host");
  if (!is_one_host(request.header_list("Host"))) return malformed("Host names more than one");
  return find_body_fault(request, rule);
}

std::optional<std::size_t> readable_body_bytes(Request const& request) {
  if (count(request, "Transfer-Encoding") > 0 || count(request, "Content-Length") != 1) return std::nullopt;
  auto const bytes = parse_number<std::size_t>(*request.header("Content-Length"));
  return bytes && *bytes <= kMaxBodyBytes ? bytes : std::nullopt;
}

}  // namespace pressmark
