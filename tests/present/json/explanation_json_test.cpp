// Explanations as programs see them.
#include "present/json/explanation_json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/present/sample_explanations.h"

using namespace pressmark;

namespace {

nlohmann::json json_of(Explanation const& explanation) {
  return nlohmann::json::parse(pressmark::explanation_json(explanation));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation_json)

BOOST_AUTO_TEST_CASE(a_place_has_its_score_part_by_part) {
  auto const json = json_of(sample_place());
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["rank"] == 2);
  BOOST_TEST(json["estimatedTotalHits"] == 7);
  BOOST_TEST(json["allWordsHits"] == 2);
  BOOST_TEST(json["reading"] == "as-typed");
  BOOST_TEST(json["obstacles"].empty());
  BOOST_TEST(json["score"]["_rankingScore"] == 0.8);
  BOOST_TEST(json["score"]["sum"] == 1.25);
  BOOST_TEST(json["score"]["parts"][0] ==
             R"({"name": "first stage", "value": 1.0, "weight": 0.75, "score": 0.75})"_json);
  BOOST_TEST(json["firstStage"][1] == R"({"name": "in title", "score": 0.25})"_json);
  BOOST_TEST(json["words"][1]["forms"][0] ==
             R"({"text": "ledger", "kind": "as typed", "fields": {"title": 1, "text": 2}})"_json);
  BOOST_TEST(json["sections"][0]["askedFor"] == true);
  BOOST_TEST(json["sections"][1]["factors"][0] == R"({"name": "general heading", "value": 0.7})"_json);
  BOOST_TEST(json["above"][0]["url"] == "https://example.org/first");
}

BOOST_AUTO_TEST_CASE(an_absence_has_its_obstacles_and_no_score) {
  auto explanation = sample_absence();
  explanation.tried = {Relaxation::none, Relaxation::fewer_words};
  auto const json = json_of(explanation);
  BOOST_TEST(json["rank"].is_null());
  BOOST_TEST(json["score"].is_null());
  BOOST_TEST(json["allWordsHits"].is_null());
  BOOST_TEST(json["tried"] == R"(["as-typed", "fewer-words"])"_json);
  BOOST_TEST(json["obstacles"][0] == R"({"kind": "date", "excluded": false, "asked": ["2026-01-01", ""],
                                         "found": ["2024-05-02"], "value": 0.0, "limit": 0.0})"_json);
  BOOST_TEST(json["words"][0]["near"] == R"(["ledger"])"_json);
}

BOOST_AUTO_TEST_CASE(every_member_is_always_there) {
  auto const empty = json_of({});
  auto const full = json_of(sample_place());
  BOOST_TEST(empty.size() == full.size());
  for (auto const& [name, value] : full.items()) BOOST_TEST(empty.contains(name), name);
}

BOOST_AUTO_TEST_SUITE_END()
