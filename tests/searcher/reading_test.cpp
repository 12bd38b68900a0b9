// Searches with free conditions, and with words read otherwise than usual.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/date/parse_date.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::vector<SamplePost> posts() {
  return {{"rust", "Rust", "2024-03-01T08:00:00Z", {"Code"}, "<p>Ownership of memory, checked.</p>", "Ada"},
          {"owners", "Owners", "2025-03-01T08:00:00Z", {"Law"}, "<p>Who owns a memory?</p>", "Ben"},
          {"iron", "Iron", "", {"Code", "Law"}, "<p>What rusts is iron.</p>", ""},
          {"other", "Other", "2026-01-01T08:00:00Z", {}, "<p>Memory again.</p>", "Ada", "other.example"}};
}

std::string found(SampleStore const& store, SearchRequest const& request) {
  auto names = slugs(store.search(request));
  std::ranges::sort(names);
  std::string list;
  for (auto const& name : names) list += (list.empty() ? "" : " ") + name;
  return list;
}

SearchRequest under(Condition condition) {
  SearchRequest request;
  request.condition = std::move(condition);
  return request;
}

Condition category(std::string name) {
  return {.kind = ConditionKind::category, .name = std::move(name)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reading)

BOOST_AUTO_TEST_CASE(conditions_are_put_together_freely) {
  SampleStore const store(posts());
  auto const all = ConditionKind::all;
  auto const any = ConditionKind::any;
  auto const none = ConditionKind::none;
  BOOST_TEST(found(store, under({})) == "iron other owners rust");
  BOOST_TEST(found(store, under({.kind = any})).empty());
  BOOST_TEST(found(store, under({.kind = none, .children = {{}}})).empty());
  BOOST_TEST(found(store, under(category("CODE"))) == "iron rust");
  BOOST_TEST(found(store, under({.kind = all, .children = {category("code"), category("law")}})) == "iron");
  BOOST_TEST(found(store, under({.kind = any, .children = {category("code"), category("law")}})) ==
             "iron owners rust");
  BOOST_TEST(found(store, under({.kind = none, .children = {category("code")}})) == "other owners");
  Condition const nested{
      .kind = any,
      .children = {
          {.kind = all, .children = {category("law"), {.kind = none, .children = {category("code")}}}},
          {.kind = ConditionKind::site, .name = "other.example"}}};
  BOOST_TEST(found(store, under(nested)) == "other owners");
}

BOOST_AUTO_TEST_CASE(an_empty_name_means_any) {
  SampleStore const store(posts());
  BOOST_TEST(found(store, under({.kind = ConditionKind::author})) == "other owners rust");
  BOOST_TEST(found(store, under(category(""))) == "iron owners rust");
}

BOOST_AUTO_TEST_CASE(times_are_bounded_on_either_side_and_posts_without_one_are_out) {
  SampleStore const store(posts());
  auto const time = [](char const* text) { return parse_date(text).value(); };
  auto const published = ConditionKind::published;
  BOOST_TEST(found(store, under({.kind = published})) == "other owners rust");
  BOOST_TEST(found(store, under({.kind = published, .since = time("2025-03-01T08:00:00Z")})) ==
             "other owners");
  BOOST_TEST(found(store, under({.kind = published, .until = time("2025-03-01T07:59:59Z")})) == "rust");
  BOOST_TEST(found(store, under({.kind = published,
                                 .since = time("2026-01-01T00:00:00Z"),
                                 .until = time("2025-01-01T00:00:00Z")}))
                 .empty());
  BOOST_TEST(found(store, under({.kind = ConditionKind::updated})).empty());
}

BOOST_AUTO_TEST_CASE(facets_count_what_meets_the_condition) {
  SampleStore const store(posts());
  auto request = under(category("law"));
  request.facets = true;
  auto const facets = store.search(request).facets;
  FacetCounts const expected{{"Law", 2}, {"Code", 1}};
  BOOST_TEST(facets.at("categories") == expected);
}

BOOST_AUTO_TEST_CASE(a_last_word_that_is_being_typed_stands_for_its_forms_and_for_longer_words) {
  SampleStore const store(posts());
  SearchRequest request;
  request.query = "memory own";
  request.words.last_word = LastWord::being_typed;
  BOOST_TEST(found(store, request) == "owners rust");
  request.query = "rust";
  BOOST_TEST(found(store, request) == "iron rust");
  request.query = "own ";  // no longer being typed
  BOOST_TEST(found(store, request) == "owners");
  request.query = "memery";
  auto const results = store.search(request);
  BOOST_TEST(results.relaxation == Relaxation::typo);
  BOOST_TEST(results.corrected_query.value() == "memory");
}

BOOST_AUTO_TEST_CASE(all_words_are_wanted_where_that_is_said) {
  SampleStore const store(posts());
  SearchRequest request;
  request.query = "ownership memory iron";
  BOOST_TEST(!found(store, request).empty());
  request.words.words_wanted = WordsWanted::all;
  BOOST_TEST(found(store, request).empty());
  request.query = "ownership memory";
  BOOST_TEST(found(store, request) == "rust");
}

BOOST_AUTO_TEST_CASE(words_may_be_searched_in_titles_alone) {
  SampleStore const store(posts());
  SearchRequest request;
  request.query = "rust";
  request.words.scope = QueryScope::title;
  BOOST_TEST(found(store, request) == "rust");
}

BOOST_AUTO_TEST_CASE(sites_are_listed_with_their_posts) {
  SampleStore const store(posts());
  FacetCounts const expected{{"notes.example", 3}, {"other.example", 1}};
  BOOST_TEST(Searcher(store.layout()).sites() == expected);
}

BOOST_AUTO_TEST_SUITE_END()
