// Builds the answer from results and view.
#include "present/meilisearch/search_answer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "present/json/json.h"
#include "present/meilisearch/attributes.h"
#include "present/meilisearch/flat_document.h"

namespace pressmark {
namespace {

// More values of a facet are not listed; the most frequent come first.
constexpr std::size_t kMaxFacetValues = 100;

Json distribution(SearchResults const& results, AttributeNames const& wanted) {
  auto object = Json::object();
  for (auto const name : kFacetAttributes) {
    if (!names_attribute(wanted, name)) continue;
    auto& counts = object[std::string(name)] = Json::object();
    auto const found = results.facets.find(std::string(name));
    if (found == results.facets.end()) continue;
    for (auto const& [value, count] : found->second) {
      if (counts.size() == kMaxFacetValues) break;
      counts[value] = count;
    }
  }
  return object;
}

// The least and greatest number of each facet of numbers, of which there is one.
Json statistics(SearchResults const& results, AttributeNames const& wanted) {
  auto object = Json::object();
  auto const years = results.facets.find("year");
  if (years == results.facets.end() || years->second.empty() || !names_attribute(wanted, "year"))
    return object;
  auto const [least, greatest] = std::ranges::minmax_element(
      years->second, {}, [](auto const& count) { return std::stoi(count.first); });
  object["year"] = {{"min", std::stoi(least->first)}, {"max", std::stoi(greatest->first)}};
  return object;
}

void add_page(Json& answer, SearchResults const& results, MeilisearchView const& view) {
  if (!view.page) {
    answer["limit"] = view.limit;
    answer["offset"] = view.offset;
    answer["estimatedTotalHits"] = results.total;
    return;
  }
  auto const total = std::min(results.total, kMaxTotalHits);
  auto const per_page = view.page->hits_per_page;
  answer["hitsPerPage"] = per_page;
  answer["page"] = view.page->page;
  answer["totalPages"] = per_page == 0 ? 0 : (total + per_page - 1) / per_page;
  answer["totalHits"] = total;
}

void add_answer(Json& answer, SearchResults const& results, MeilisearchView const& view) {
  auto& hits = answer["hits"] = Json::array();
  for (auto const& hit : results.hits) hits.push_back(flat_document(hit, view));
  answer["query"] = results.query;
  answer["processingTimeMs"] = std::llround(results.processing_ms);
  add_page(answer, results, view);
  if (results.partial) answer["degraded"] = true;
  if (!view.facets) return;
  answer["facetDistribution"] = distribution(results, *view.facets);
  answer["facetStats"] = statistics(results, *view.facets);
}

}  // namespace

std::string meilisearch_answer(SearchResults const& results, MeilisearchView const& view) {
  auto answer = Json::object();
  add_answer(answer, results, view);
  return json_text(answer);
}

std::string meilisearch_answers(std::vector<IndexResults> const& answers) {
  auto list = Json::array();
  for (auto const& [uid, results, view] : answers) {
    auto answer = Json::object({{"indexUid", uid}});
    add_answer(answer, results, view);
    list.push_back(std::move(answer));
  }
  return json_text({{"results", std::move(list)}});
}

}  // namespace pressmark
