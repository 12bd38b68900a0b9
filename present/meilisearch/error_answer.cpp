// The table of codes whose status is not 400.
#include "present/meilisearch/error_answer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "present/json/json.h"

namespace pressmark {
namespace {

constexpr auto kStatuses = std::to_array<std::pair<std::string_view, int>>({
    {"index_not_found", 404},
    {"not_found", 404},
    {"method_not_allowed", 405},
    {"payload_too_large", 413},
    {"invalid_content_type", 415},
    {"missing_content_type", 415},
    {"too_many_requests", 429},
    {"internal", 500},
    {"too_many_search_requests", 503},
    {"unavailable", 503},
});

}  // namespace

MeilisearchFault fault_of(Error const& error) {
  switch (error.code()) {
    case ErrorCode::usage:
      return {"bad_request", error.what()};
    case ErrorCode::store_missing:
    case ErrorCode::store_locked:
      return {"unavailable", error.what()};
    default:
      return {"internal", error.what()};
  }
}

int http_status(MeilisearchFault const& fault) {
  auto const found = std::ranges::find(kStatuses, fault.code, &decltype(kStatuses)::value_type::first);
  return found == kStatuses.end() ? 400 : found->second;
}

std::string error_answer(MeilisearchFault const& fault) {
  auto const status = http_status(fault);
  return json_text({{"message", fault.message},
                    {"code", fault.code},
                    {"type", status == 503   ? "system"
                             : status == 500 ? "internal"
                                             : "invalid_request"},
                    {"link", "https://docs.meilisearch.com/errors#" + fault.code}});
}

}  // namespace pressmark
