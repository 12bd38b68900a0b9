// Answers in Meilisearch's form, read back as its clients read them.
#include "present/meilisearch/search_answer.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/date/parse_date.h"

using namespace pressmark;
using Json = nlohmann::ordered_json;

namespace {

SearchResults sample() {
  SearchResults results;
  results.query = "ledger";
  results.total = 1'234;
  results.processing_ms = 1.6;
  Hit hit;
  hit.id = "a1";
  hit.url = "https://notes.example/ledgers";
  hit.title = {"Über ledgers <b>", {{6, 13}}};
  hit.site = "notes.example";
  hit.published = parse_date("2026-04-03T05:28:30Z").value();
  hit.categories = {"Storage", "Money"};
  hit.summary = "About ledgers.";
  hit.sections = {{.heading = {"Why", {}},
                   .anchor = "why",
                   .url = "https://notes.example/ledgers#why",
                   .snippet = {"A ledger is a book of accounts.", {{2, 8}}}}};
  hit.score = 0.98765;
  results.hits = {hit};
  results.facets["year"] = {{"2026", 3}, {"2019", 1}};
  results.facets["categories"] = {{"Storage", 2}};
  return results;
}

Json answer(MeilisearchView const& view, SearchResults const& results = sample()) {
  return Json::parse(meilisearch_answer(results, view));
}

std::vector<std::string> names(Json const& object) {
  std::vector<std::string> found;
  for (auto const& [name, value] : object.items()) found.push_back(name);
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search_answer)

BOOST_AUTO_TEST_CASE(an_answer_has_the_members_of_the_api) {
  std::vector<std::string> const expected{"hits",  "query",  "processingTimeMs",
                                          "limit", "offset", "estimatedTotalHits"};
  auto const plain = answer({});
  BOOST_TEST(names(plain) == expected, boost::test_tools::per_element());
  BOOST_TEST(plain["limit"] == 20);
  BOOST_TEST(plain["estimatedTotalHits"] == 1'234);
  BOOST_TEST(plain["processingTimeMs"] == 2);
}

BOOST_AUTO_TEST_CASE(documents_are_flat_and_have_every_attribute) {
  auto const hit = answer({})["hits"][0];
  BOOST_TEST(hit["title"] == "Über ledgers <b>");
  BOOST_TEST(hit["content"] == "A ledger is a book of accounts.");
  BOOST_TEST(hit["sectionUrl"] == "https://notes.example/ledgers#why");
  BOOST_TEST(hit["published"] == 1'775'194'110);
  BOOST_TEST(hit["year"] == 2026);
  BOOST_TEST(hit["month"] == "2026-04");
  BOOST_TEST(hit["author"].is_null());
  BOOST_TEST(hit["updated"].is_null());
  BOOST_TEST(!hit.contains("_formatted"));
}

BOOST_AUTO_TEST_CASE(only_what_is_to_be_retrieved_is_there) {
  BOOST_TEST(names(answer({.retrieved = {"url", "title", "nothing"}})["hits"][0]) ==
                 (std::vector<std::string>{"url", "title"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(formatted_text_is_raw_with_the_clients_tags) {
  auto const hit =
      answer({.retrieved = {"year"}, .highlighted = {"*"}, .pre_tag = "«", .post_tag = "»"})["hits"][0];
  auto const& formatted = hit["_formatted"];
  BOOST_TEST(formatted["title"] == "Über «ledgers» <b>");
  BOOST_TEST(formatted["content"] == "A «ledger» is a book of accounts.");
  BOOST_TEST(formatted["year"] == "2026");
  BOOST_TEST(formatted["categories"] == Json({"Storage", "Money"}));
  BOOST_TEST(formatted["author"].is_null());
}

BOOST_AUTO_TEST_CASE(an_attribute_may_be_cropped_to_a_length_of_its_own) {
  MeilisearchView const view{.cropped = {{"content", 3}, {"*", std::nullopt}}, .crop_words = 1};
  auto const hit = answer(view)["hits"][0];
  BOOST_TEST(hit["_formatted"]["content"] == "A ledger is…");
  BOOST_TEST(hit["_formatted"]["summary"] == "About…");
  BOOST_TEST(hit["content"] == "A ledger is a book of accounts.");
}

BOOST_AUTO_TEST_CASE(positions_are_bytes) {
  auto const hit = answer({.match_positions = true, .ranking_score = true})["hits"][0];
  BOOST_TEST(hit["_matchesPosition"]["title"] == Json::parse(R"([{"start": 6, "length": 7}])"));
  BOOST_TEST(names(hit["_matchesPosition"]) == (std::vector<std::string>{"title", "content"}),
             boost::test_tools::per_element());
  BOOST_TEST(hit["_rankingScore"] == 0.9877);
}

BOOST_AUTO_TEST_CASE(numbered_pages_end_where_no_page_reaches) {
  auto const page = answer({.page = NumberedPage{3, 30}});
  BOOST_TEST(page["page"] == 3);
  BOOST_TEST(page["hitsPerPage"] == 30);
  BOOST_TEST(page["totalHits"] == 1'000);
  BOOST_TEST(page["totalPages"] == 34);
  BOOST_TEST(!page.contains("estimatedTotalHits"));
  BOOST_TEST(answer({.page = NumberedPage{1, 0}})["totalPages"] == 0);
}

BOOST_AUTO_TEST_CASE(facets_that_were_asked_for_are_counted) {
  auto const some = answer({.facets = AttributeNames{"year"}});
  BOOST_TEST(some["facetDistribution"] == Json::parse(R"({"year": {"2026": 3, "2019": 1}})"));
  BOOST_TEST(some["facetStats"] == Json::parse(R"({"year": {"min": 2019, "max": 2026}})"));
  BOOST_TEST(answer({.facets = AttributeNames{"*"}})["facetDistribution"].size() == 6);
  BOOST_TEST(answer({.facets = AttributeNames{"categories"}})["facetStats"].empty());
}

BOOST_AUTO_TEST_CASE(a_hit_without_sections_has_empty_text) {
  auto results = sample();
  results.hits[0].sections.clear();
  auto const hit = answer({.highlighted = {"content"}}, results)["hits"][0];
  BOOST_TEST(hit["content"] == "");
  BOOST_TEST(hit["_formatted"]["content"] == "");
}

BOOST_AUTO_TEST_CASE(several_answers_name_their_indexes) {
  auto const answers =
      Json::parse(meilisearch_answers({{"posts", sample(), {}}, {"notes.example", sample(), {}}}));
  BOOST_TEST(answers["results"].size() == 2);
  BOOST_TEST(answers["results"][1]["indexUid"] == "notes.example");
  BOOST_TEST(Json::parse(meilisearch_answers({}))["results"].empty());
}

BOOST_AUTO_TEST_CASE(an_answer_that_ran_out_of_time_is_degraded) {
  auto results = sample();
  BOOST_TEST(!answer({}, results).contains("degraded"));
  results.partial = true;
  BOOST_TEST(answer({}, results)["degraded"] == true);
}

BOOST_AUTO_TEST_SUITE_END()
