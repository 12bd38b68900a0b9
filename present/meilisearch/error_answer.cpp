// The table of codes whose status is not 400; of one status, the most general comes first.
#include "present/meilisearch/error_answer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "present/json/json.h"

namespace pressmark {
namespace {

constexpr auto kStatuses = std::to_array<std::pair<std::string_view, int>>({
    {"not_found", 404},
    {"index_not_found", 404},
    {"method_not_allowed", 405},
    {"payload_too_large", 413},
    {"invalid_content_type", 415},
    {"missing_content_type", 415},
    {"too_many_requests", 429},
    {"internal", 500},
    {"too_many_search_requests", 503},
});

}  // namespace

MeilisearchFault fault_of(HttpProblem const& problem) {
  auto const found = std::ranges::find(kStatuses, problem.status, &decltype(kStatuses)::value_type::second);
  auto const usual = problem.status < 500 ? "bad_request" : "internal";
  return {std::string(found == kStatuses.end() ? usual : found->first), problem.detail};
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
