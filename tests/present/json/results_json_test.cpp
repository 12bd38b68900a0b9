// The JSON answer, read back as programs read it.
#include "present/json/results_json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/present/sample_results.h"

using namespace pressmark;
using Json = nlohmann::ordered_json;

namespace {

Json answer_to(SearchResults const& results) {
  return Json::parse(results_json(results, JsonLayout::indented));
}

std::vector<std::string> member_names(Json const& object) {
  std::vector<std::string> names;
  for (auto const& [name, value] : object.items()) names.push_back(name);
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(results_json)

BOOST_AUTO_TEST_CASE(the_answer_has_its_members_in_their_order) {
  std::vector<std::string> const expected{"format",
                                          "hits",
                                          "query",
                                          "offset",
                                          "limit",
                                          "estimatedTotalHits",
                                          "exactTotal",
                                          "allWordsHits",
                                          "processingTimeMs",
                                          "facetDistribution",
                                          "correctedQuery",
                                          "didYouMean",
                                          "relaxed",
                                          "missingWords",
                                          "warnings",
                                          "partial",
                                          "version"};
  BOOST_TEST(member_names(answer_to(sample_results())) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_hit_has_its_members_in_their_order) {
  std::vector<std::string> const expected{
      "id",         "url",   "title",   "author",          "site",      "language", "published",    "updated",
      "categories", "image", "summary", "titleHighlights", "titleHtml", "sections", "_rankingScore"};
  for (auto const& hit : answer_to(sample_results())["hits"]) {
    BOOST_TEST(member_names(hit) == expected, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(the_answer_tells_what_was_asked_and_found) {
  auto const answer = answer_to(sample_results());
  BOOST_TEST(answer["format"] == 1);
  BOOST_TEST(answer["query"] == "größe ledger");
  BOOST_TEST(answer["offset"] == 0);
  BOOST_TEST(answer["limit"] == 2);
  BOOST_TEST(answer["estimatedTotalHits"] == 7);
  BOOST_TEST(answer["exactTotal"] == true);
  BOOST_TEST(answer["allWordsHits"] == 0);
  BOOST_TEST(answer["processingTimeMs"].is_number_integer());
  BOOST_TEST(answer["processingTimeMs"] == 1);
  BOOST_TEST(answer["partial"] == false);
  BOOST_TEST(answer["version"] == "0001-5-abc");
}

BOOST_AUTO_TEST_CASE(a_hit_shows_the_post_and_what_matched) {
  auto const hit = answer_to(sample_results())["hits"][0];
  BOOST_TEST(hit["title"] == "Der Größenwahn <of> ledgers");
  BOOST_TEST(hit["titleHtml"] == "Der <mark>Größenwahn</mark> &lt;of&gt; ledgers");
  BOOST_TEST(hit["titleHighlights"] == Json::parse("[[4, 14]]"));
  BOOST_TEST(hit["published"] == "2026-04-03T05:28:30Z");
  BOOST_TEST(hit["categories"] == Json::parse(R"(["Storage", "Ledgers & more"])"));
  BOOST_TEST(hit["image"] == "https://example.org/ledger.png");
  BOOST_TEST(hit["_rankingScore"] == 0.9321);
}

BOOST_AUTO_TEST_CASE(a_section_says_where_to_land_and_why) {
  auto const section = answer_to(sample_results())["hits"][0]["sections"][0];
  std::vector<std::string> const expected{"heading", "headingHighlights", "anchor", "url", "snippet"};
  BOOST_TEST(member_names(section) == expected, boost::test_tools::per_element());
  BOOST_TEST(section["heading"] == "Growing pains");
  BOOST_TEST(section["headingHighlights"] == Json::parse("[[0, 7]]"));
  BOOST_TEST(section["anchor"] == "growth");
  BOOST_TEST(section["url"] == "https://example.org/2026/ledger#growth");
  BOOST_TEST(section["snippet"]["text"] == "🚀 ledgers \"grow\" without end");
  BOOST_TEST(section["snippet"]["highlights"] == Json::parse("[[2, 9]]"));
  BOOST_TEST(section["snippet"]["html"] == "🚀 <mark>ledgers</mark> &quot;grow&quot; without end");
}

BOOST_AUTO_TEST_CASE(what_a_post_lacks_is_null_or_empty) {
  auto const hit = answer_to(sample_results())["hits"][1];
  for (auto const* name : {"published", "updated", "image"}) BOOST_TEST(hit[name].is_null(), name);
  for (auto const* name : {"title", "author", "site", "language", "summary"})
    BOOST_TEST(hit[name] == "", name);
  for (auto const* name : {"categories", "titleHighlights", "sections"})
    BOOST_TEST(hit[name] == Json::array(), name);
}

BOOST_AUTO_TEST_CASE(nothing_found_is_an_answer_too) {
  auto const answer = answer_to(SearchResults{});
  BOOST_TEST(answer["hits"] == Json::array());
  BOOST_TEST(answer["estimatedTotalHits"] == 0);
  BOOST_TEST(answer["facetDistribution"] == Json::object());
  BOOST_TEST(answer["warnings"] == Json::array());
  BOOST_TEST(answer["missingWords"] == Json::array());
  for (auto const* name : {"correctedQuery", "didYouMean", "relaxed"})
    BOOST_TEST(answer[name].is_null(), name);
}

BOOST_AUTO_TEST_CASE(names_the_step_that_widened_the_search) {
  std::pair<Relaxation, char const*> const steps[] = {
      {Relaxation::prefix, "prefix"}, {Relaxation::typo, "typo"}, {Relaxation::fewer_words, "fewer-words"}};
  for (auto const& [relaxation, name] : steps) {
    SearchResults results;
    results.relaxation = relaxation;
    BOOST_TEST(answer_to(results)["relaxed"] == name);
  }
}

BOOST_AUTO_TEST_CASE(says_what_was_replaced_dropped_and_offered) {
  SearchResults results;
  results.corrected_query = "ledger";
  results.did_you_mean = "ledgers";
  results.missing_words = {"xyz"};
  auto const answer = answer_to(results);
  BOOST_TEST(answer["correctedQuery"] == "ledger");
  BOOST_TEST(answer["didYouMean"] == "ledgers");
  BOOST_TEST(answer["missingWords"] == Json::array({"xyz"}));
}

BOOST_AUTO_TEST_CASE(warnings_point_into_the_query_in_code_points) {
  auto results = sample_results();
  results.warnings = {{"odd", 8, 14}, {"far out", 90, 99}};
  auto const warnings = answer_to(results)["warnings"];
  BOOST_TEST(warnings[0] == Json::parse(R"({"message": "odd", "begin": 6, "end": 12})"));
  BOOST_TEST(warnings[1] == Json::parse(R"({"message": "far out", "begin": 12, "end": 12})"));
}

BOOST_AUTO_TEST_CASE(facets_keep_their_order) {
  SearchResults results;
  results.facets = {{"author", {}}, {"categories", {{"Zinc", 5}, {"Alloys", 2}}}, {"year", {{"2026", 7}}}};
  BOOST_TEST(answer_to(results)["facetDistribution"].dump() ==
             R"({"categories":{"Zinc":5,"Alloys":2},"year":{"2026":7},"author":{}})");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_do_not_spoil_the_answer) {
  SearchResults results;
  results.query =
      "a\xFF"
      "b";
  BOOST_TEST(answer_to(results)["query"] == "a\uFFFDb");
}

BOOST_AUTO_TEST_CASE(a_line_of_jsonl_is_a_hit_of_the_answer) {
  auto const results = sample_results();
  auto const line = hit_json(results.hits[0]);
  BOOST_TEST(line.find('\n') == std::string::npos);
  BOOST_TEST(Json::parse(line) == answer_to(results)["hits"][0]);
}

BOOST_AUTO_TEST_CASE(layouts_differ_in_space_only) {
  auto const compact = pressmark::results_json(sample_results(), JsonLayout::compact);
  BOOST_TEST(compact.find('\n') == std::string::npos);
  BOOST_TEST(Json::parse(compact) == answer_to(sample_results()));
}

BOOST_AUTO_TEST_SUITE_END()
