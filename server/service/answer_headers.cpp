#include "server/service/answer_headers.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "common/strings/ascii.h"
#include "common/strings/decimal_text.h"
#include "present/meilisearch/error_answer.h"
#include "present/page/results_page.h"

namespace pressmark {
namespace {

// Pages bring nothing along but the style sheet, and no other site may frame them.
constexpr char const* kPagePolicy =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr char const* kDataPolicy = "default-src 'none'; frame-ancestors 'none'";

bool is_for(Route const* route, Audience audience) {
  return route != nullptr && route->audience == audience;
}

bool is_for_origins(Route const* route) {
  return is_for(route, Audience::programs) || is_for(route, Audience::clients) ||
         is_for(route, Audience::subscribers);
}

// The request's origin, if its pages may read the route.
std::optional<std::string> allowed_origin(Route const* route, Request const& request,
                                          ServiceSettings const& settings) {
  auto const origin = request.header("Origin");
  if (!origin || !is_for_origins(route)) return std::nullopt;
  if (std::ranges::find(settings.server.cors_origins, *origin) == settings.server.cors_origins.end()) {
    return std::nullopt;
  }
  return std::string(*origin);
}

std::string timing(std::string_view what, std::chrono::duration<double, std::milli> taken) {
  return std::string(what) + ";dur=" + decimal_text(taken.count(), 3);
}

}  // namespace

std::string entity_tag(Route const& route, std::string_view version, Timestamp now,
                       ServiceSettings const& settings) {
  auto tag = "W/\"" + std::string(version) + '-' + format_day(now) + '-' + settings.program_version;
  bool const names_site = is_for(&route, Audience::readers) || is_for(&route, Audience::subscribers);
  if (names_site) tag += '-' + settings.page_edition;
  return tag + '"';
}

bool matches_tag(std::string_view if_none_match, std::string_view tag) {
  auto const opaque = [](std::string_view text) { return text.starts_with("W/") ? text.substr(2) : text; };
  auto const tags = split(if_none_match, ",");
  return std::ranges::any_of(
      tags, [&](std::string_view one) { return trim(one) == "*" || opaque(trim(one)) == opaque(tag); });
}

void add_common_headers(Response& response, Route const* route, Request const& request,
                        ServiceSettings const& settings) {
  auto& headers = response.headers;
  headers.push_back({"X-Content-Type-Options", "nosniff"});
  headers.push_back({"Referrer-Policy", "same-origin"});
  headers.push_back({"X-Robots-Tag", "noindex"});
  bool const is_page = is_for(route, Audience::readers);
  headers.push_back({"Content-Security-Policy", is_page ? kPagePolicy : kDataPolicy});
  headers.push_back({"Vary", is_for_origins(route) ? "Accept-Encoding, Origin" : "Accept-Encoding"});
  if (auto origin = allowed_origin(route, request, settings)) {
    headers.push_back({"Access-Control-Allow-Origin", std::move(*origin)});
    headers.push_back({"Access-Control-Expose-Headers", "ETag, Retry-After, Server-Timing"});
  }
}

void add_cache_headers(Response& response, std::string const& tag) {
  response.headers.push_back({"ETag", tag});
  response.headers.push_back({"Cache-Control", "public, max-age=60, stale-while-revalidate=600"});
}

Header server_timing(StageTimes const& stages) {
  std::string value;
  for (std::size_t i = 0; i < kStageNames.size(); ++i) {
    if (i > 0) value += ", ";
    value += timing(kStageNames[i], stages.all()[i]);
  }
  return {"Server-Timing", std::move(value)};
}

Header server_timing_of_kept(std::chrono::duration<double> taken) {
  return {"Server-Timing", timing("cache", taken)};
}

Response problem_response(HttpProblem const& problem, Route const* route, ServiceSettings const& settings) {
  Response response;
  response.status = problem.status;
  auto content_type = kProblemJson;
  if (is_for(route, Audience::readers)) {
    content_type = kHtml;
    response.body = std::make_shared<std::string>(problem_page(problem, settings.site));
  } else if (is_for(route, Audience::clients)) {
    content_type = kJson;
    response.body = std::make_shared<std::string>(error_answer(fault_of(problem)));
  } else {
    response.body = std::make_shared<std::string>(problem_json(problem));
  }
  response.headers = {{"Content-Type", std::string(content_type)}, {"Cache-Control", "no-store"}};
  return response;
}

Response options_response(Route const* route, Request const& request, ServiceSettings const& settings) {
  Response response;
  response.status = 204;
  auto const methods = std::string(allowed_methods(*route));
  response.headers = {{"Allow", methods}};
  if (allowed_origin(route, request, settings) && request.header("Access-Control-Request-Method")) {
    response.headers.push_back({"Access-Control-Allow-Methods", methods});
    response.headers.push_back({"Access-Control-Allow-Headers",
                                "Accept, Authorization, Content-Type, If-None-Match, X-Meilisearch-Client"});
    response.headers.push_back({"Access-Control-Max-Age", "86400"});
  }
  return response;
}

}  // namespace pressmark
