// Builds the JSON answer from search results.
#include "present/json/results_json.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "common/strings/utf8.h"
#include "present/facet_order.h"
#include "present/highlight.h"
#include "present/json/json.h"
#include "present/json/ranges_json.h"
#include "present/relaxation_name.h"

namespace pressmark {

namespace {

// Changes when a member changes its meaning or goes away; new members do not count.
constexpr int kResultsFormat = 1;

Json section_json(SectionHit const& section) {
  return {
      {"heading", section.heading.text},
      {"headingHighlights", ranges_json(section.heading)},
      {"anchor", section.anchor},
      {"url", section.url},
      {"snippet",
       {{"text", section.snippet.text},
        {"highlights", ranges_json(section.snippet)},
        {"html", highlight_html(section.snippet)}}},
  };
}

Json hit_object(Hit const& hit) {
  auto sections = Json::array();
  for (auto const& section : hit.sections) sections.push_back(section_json(section));
  return {
      {"id", hit.id},
      {"url", hit.url},
      {"title", hit.title.text},
      {"author", hit.author},
      {"site", hit.site},
      {"language", hit.language},
      {"published", json_time(hit.published)},
      {"updated", json_time(hit.updated)},
      {"categories", hit.categories},
      {"image", json_text_or_null(hit.image)},
      {"summary", hit.summary},
      {"titleHighlights", ranges_json(hit.title)},
      {"titleHtml", highlight_html(hit.title)},
      {"sections", std::move(sections)},
      {"_rankingScore", std::round(hit.score * 1e4) / 1e4},
  };
}

Json facets_json(std::map<std::string, FacetCounts> const& facets) {
  auto object = Json::object();
  for (auto const& group : facet_order(facets)) {
    auto& values = object[group] = Json::object();
    for (auto const& [value, count] : facets.at(group)) values[value] = count;
  }
  return object;
}

Json warnings_json(SearchResults const& results) {
  std::string_view const query = results.query;
  auto const code_points_before = [&](std::size_t offset) {
    return count_code_points(query.substr(0, floor_code_point(query, std::min(offset, query.size()))));
  };
  auto warnings = Json::array();
  for (auto const& warning : results.warnings) {
    warnings.push_back({{"message", warning.message},
                        {"begin", code_points_before(warning.begin)},
                        {"end", code_points_before(warning.end)}});
  }
  return warnings;
}

template <typename Text>
Json optional_json(Text const& text) {
  return text ? Json(*text) : Json(nullptr);
}

}  // namespace

std::string results_json(SearchResults const& results, JsonLayout layout) {
  auto hits = Json::array();
  for (auto const& hit : results.hits) hits.push_back(hit_object(hit));
  Json const answer = {
      {"format", kResultsFormat},
      {"hits", std::move(hits)},
      {"query", results.query},
      {"offset", results.offset},
      {"limit", results.limit},
      {"estimatedTotalHits", results.total},
      {"exactTotal", results.exact_total},
      {"allWordsHits", results.all_words_total},
      {"processingTimeMs", std::llround(results.processing_ms)},
      {"facetDistribution", facets_json(results.facets)},
      {"correctedQuery", optional_json(results.corrected_query)},
      {"didYouMean", optional_json(results.did_you_mean)},
      {"relaxed", json_text_or_null(relaxation_name(results.relaxation))},
      {"missingWords", results.missing_words},
      {"warnings", warnings_json(results)},
      {"partial", results.partial},
      {"version", results.version},
  };
  return json_text(answer, layout == JsonLayout::indented ? 2 : -1);
}

std::string facet_counts_json(SearchResults const& results) {
  return json_text({{"format", kResultsFormat},
                    {"query", results.query},
                    {"estimatedTotalHits", results.total},
                    {"exactTotal", results.exact_total},
                    {"facetDistribution", facets_json(results.facets)},
                    {"partial", results.partial},
                    {"version", results.version}});
}

std::string hit_json(Hit const& hit) {
  return json_text(hit_object(hit));
}

}  // namespace pressmark
