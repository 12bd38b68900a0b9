// Search requests, read and refused.
#include "server/meilisearch/search_body.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

MeilisearchSearch read(std::string const& body) {
  return read_search_body(body).value();
}

struct Refused {
  char const* body;
  char const* code;
};

Refused const kRefused[] = {
    {"", "missing_payload"},
    {"{", "malformed_payload"},
    {"{\"q\":\"\xff\"}", "malformed_payload"},
    {"[]", "bad_request"},
    {R"({"colour":1})", "bad_request"},
    {R"({"q":1})", "invalid_search_q"},
    {R"({"limit":-1})", "invalid_search_limit"},
    {R"({"limit":1.5})", "invalid_search_limit"},
    {R"({"hitsPerPage":"2"})", "invalid_search_hits_per_page"},
    {R"({"filter":1})", "invalid_search_filter"},
    {R"({"filter":"year ="})", "invalid_search_filter"},
    {R"({"filter":[[["year = 1"]]]})", "invalid_search_filter"},
    {R"({"facets":["title"]})", "invalid_search_facets"},
    {R"({"facets":"year"})", "invalid_search_facets"},
    {R"({"sort":["title:asc"]})", "invalid_search_sort"},
    {R"({"sort":["updated:desc"]})", "invalid_search_sort"},
    {R"({"sort":["published"]})", "invalid_search_sort"},
    {R"({"sort":["published:newest"]})", "invalid_search_sort"},
    {R"({"sort":["published:asc","published:desc"]})", "invalid_search_sort"},
    {R"({"attributesToCrop":["content:x"]})", "invalid_search_attributes_to_crop"},
    {R"({"attributesToSearchOn":["summary"]})", "invalid_search_attributes_to_search_on"},
    {R"({"matchingStrategy":"some"})", "invalid_search_matching_strategy"},
    {R"({"showRankingScore":1})", "invalid_search_show_ranking_score"},
    {R"({"distinct":"site"})", "invalid_search_distinct"},
    {R"({"vector":[1]})", "invalid_search_vector"},
};

struct Paged {
  char const* body;
  std::size_t offset;
  std::size_t limit;
};

Paged const kPages[] = {
    {"{}", 0, 20},
    {R"({"limit":5,"offset":7})", 7, 5},
    {R"({"limit":18446744073709551615})", 0, 1'000},
    {R"({"limit":50,"offset":990})", 990, 10},
    {R"({"offset":5000})", 1'000, 0},
    {R"({"page":1})", 0, 20},
    {R"({"page":3,"hitsPerPage":10,"limit":1})", 20, 10},
    {R"({"page":0,"hitsPerPage":10})", 0, 0},
    {R"({"hitsPerPage":0})", 0, 0},
    {R"({"page":18446744073709551615,"hitsPerPage":18446744073709551615})", 1'000, 0},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(search_body)

BOOST_DATA_TEST_CASE(what_cannot_be_done_is_refused_by_its_code, boost::unit_test::data::make(kRefused),
                     one) {
  auto const search = read_search_body(one.body);
  BOOST_TEST_REQUIRE(!search.has_value());
  BOOST_TEST(search.error().code == one.code);
}

BOOST_AUTO_TEST_CASE(posts_are_sorted_by_what_is_sortable) {
  BOOST_TEST(read(R"({"sort":["published:desc"]})").request.sort == SortOrder::newest);
  BOOST_TEST(read(R"({"sort":["published:asc"]})").request.sort == SortOrder::oldest);
  BOOST_TEST(read(R"({"sort":[]})").request.sort == SortOrder::relevance);
  auto const message = [](char const* body) { return read_search_body(body).error().message; };
  BOOST_TEST(
      message(R"({"sort":["updated:desc"]})") ==
      "Invalid value at `.sort`: attribute `updated` is not sortable. Available sortable attributes are: "
      "`published`.");
  BOOST_TEST(message(R"({"sort":["published"]})") ==
             "Invalid value at `.sort`: expected an expression that ends with `:asc` or `:desc`, found "
             "`published`.");
}

BOOST_DATA_TEST_CASE(pages_stay_within_what_may_be_seen, boost::unit_test::data::make(kPages), one) {
  auto const search = read(one.body);
  BOOST_TEST(search.request.offset == one.offset);
  BOOST_TEST(search.request.limit == one.limit);
}

BOOST_AUTO_TEST_CASE(nothing_said_is_as_the_api_has_it) {
  auto const [request, view] =
      read(R"({"q":null,"filter":null,"facets":null,"hybrid":null,"retrieveVectors":false})");
  BOOST_TEST(request.query.empty());
  BOOST_TEST(!request.condition.has_value());
  BOOST_TEST(!request.facets);
  BOOST_TEST(request.words.last_word == LastWord::being_typed);
  BOOST_TEST(request.words.words_wanted == WordsWanted::as_many_as_there_are);
  BOOST_TEST(view.pre_tag == "<em>");
  BOOST_TEST(view.crop_words == 10U);
}

BOOST_AUTO_TEST_CASE(arrays_of_filters_mean_and_outside_and_or_inside) {
  auto const request = read(R"({"filter":[["categories = A","categories = B"],"site = c"]})").request;
  Condition const expected{.children = {{.kind = ConditionKind::any,
                                         .children = {{.kind = ConditionKind::category, .name = "A"},
                                                      {.kind = ConditionKind::category, .name = "B"}}},
                                        {.kind = ConditionKind::site, .name = "c"}}};
  BOOST_TEST(request.condition == expected);
  BOOST_TEST(!read(R"({"filter":[]})").request.condition.has_value());
}

BOOST_AUTO_TEST_CASE(sections_are_made_only_for_who_sees_them) {
  BOOST_TEST(read("{}").request.max_sections == 1U);
  BOOST_TEST(read(R"({"attributesToRetrieve":["title"]})").request.max_sections == 0U);
  BOOST_TEST(read(R"({"attributesToRetrieve":[],"attributesToCrop":["content"]})").request.max_sections ==
             1U);
}

BOOST_AUTO_TEST_CASE(parameters_say_the_same_as_a_body) {
  auto const [request, view] = read_search_parameters({{"q", "rust"},
                                                       {"hitsPerPage", "3"},
                                                       {"filter", "[\"year = 2024\"]"},
                                                       {"facets", "year, site"},
                                                       {"showRankingScore", "true"},
                                                       {"attributesToCrop", "title:4,content"}})
                                   .value();
  BOOST_TEST(request.query == "rust");
  BOOST_TEST(request.limit == 3U);
  BOOST_TEST(request.condition->children.size() == 1U);
  BOOST_TEST(view.facets.value() == (AttributeNames{"year", "site"}), boost::test_tools::per_element());
  BOOST_TEST(view.ranking_score);
  BOOST_TEST(view.cropped.size() == 2U);
  BOOST_TEST(view.cropped[0].words.value() == 4U);
}

BOOST_AUTO_TEST_CASE(a_parameter_of_the_wrong_kind_is_refused) {
  BOOST_TEST(read_search_parameters({{"limit", "many"}}).error().code == "invalid_search_limit");
  BOOST_TEST(read_search_parameters({{"showRankingScore", "1"}}).error().code ==
             "invalid_search_show_ranking_score");
  BOOST_TEST(read_search_parameters({{"q", "a"}, {"q", "b"}}).error().code == "bad_request");
}

BOOST_AUTO_TEST_CASE(several_searches_are_read_and_a_fault_names_its_search) {
  auto const searches =
      read_multi_search_body(R"({"queries":[{"indexUid":"posts","q":"a"},{"indexUid":"b.example"}]})")
          .value();
  BOOST_TEST(searches.size() == 2U);
  BOOST_TEST(searches[0].search.request.query == "a");
  BOOST_TEST(searches[1].uid == "b.example");

  auto const fault =
      read_multi_search_body(R"({"queries":[{"indexUid":"a"},{"indexUid":"b","q":1}]})").error();
  BOOST_TEST(fault.code == "invalid_search_q");
  BOOST_TEST(fault.message.starts_with("Inside `.queries[1]`: "));
  BOOST_TEST(read_multi_search_body(R"({"queries":[{}]})").error().code == "missing_index_uid");
  BOOST_TEST(read_multi_search_body(R"({"federation":{},"queries":[]})").error().code ==
             "invalid_multi_search_federation");
}

BOOST_AUTO_TEST_CASE(more_searches_than_are_taken_at_once_are_refused) {
  std::string body = R"({"queries":[{"indexUid":"a"})";
  for (std::size_t i = 0; i < kMaxSearches; ++i) body += R"(,{"indexUid":"a"})";
  BOOST_TEST(read_multi_search_body(body + "]}").error().code == "bad_request");
}

BOOST_AUTO_TEST_CASE(a_facet_search_names_a_facet) {
  auto const search = read_facet_search_body(R"({"facetName":"author","facetQuery":"a","q":"x"})").value();
  BOOST_TEST(search.facet_query.facet == "author");
  BOOST_TEST(search.facet_query.beginning == "a");
  BOOST_TEST(search.request.query == "x");
  BOOST_TEST(search.request.facets);
  BOOST_TEST(search.request.limit == 0U);
  BOOST_TEST(read_facet_search_body("{}").error().code == "missing_facet_search_facet_name");
  BOOST_TEST(read_facet_search_body(R"({"facetName":"url"})").error().code ==
             "invalid_facet_search_facet_name");
}

BOOST_AUTO_TEST_SUITE_END()
