// Which posts a query finds and in what order, against the posts' own text.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

constexpr int kPostCount = 150;

bool has_lantern(int i) {
  return i % 10 != 3;
}
bool has_harbour(int i) {
  return i % 2 == 0;
}
bool has_willow(int i) {
  return i % 3 == 0;
}
bool has_rudder(int i) {
  return i % 40 == 1;
}  // 1, 41, 81, 121
bool is_in_boats(int i) {
  return i % 4 == 0;
}
bool is_in_trees(int i) {
  return i % 3 == 1;
}
bool is_dated(int i) {
  return i % 11 != 5;
}
int month(int i) {
  return i % 3 + 1;
}  // of 2026

std::string repeat(std::string const& word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += word + ' ';
  return text;
}

SamplePost post(int i) {
  SamplePost made{.slug = "p" + std::to_string(i),
                  .title = "Entry " + std::to_string(i),
                  .date = "",
                  .categories = {},
                  .html = "<p>"};
  if (is_dated(i)) {
    char date[32];
    std::snprintf(date, sizeof date, "2026-%02d-%02dT08:00:00Z", month(i), i % 28 + 1);
    made.date = date;
  }
  if (is_in_boats(i)) made.categories.emplace_back("Boats");
  if (is_in_trees(i)) made.categories.emplace_back("Trees");
  if (has_lantern(i)) made.html += repeat("lantern", i % 7 + 1);
  if (has_harbour(i)) made.html += "harbour ";
  made.html += repeat("filler", i % 23);
  if (has_willow(i)) made.html += "willow ";
  if (has_rudder(i)) made.html += "rudder ";
  made.html += "</p>";
  made.site = i % 5 == 0 ? "journal.example" : "notes.example";
  return made;
}

// One store for all tests: none changes it.
SampleStore const& store() {
  static SampleStore const made = [] {
    std::vector<SamplePost> posts;
    for (int i = 0; i < kPostCount; ++i) posts.push_back(post(i));
    return SampleStore(posts);
  }();
  return made;
}

struct Expectation {
  std::string query;
  std::function<bool(int)> matches;
};

std::vector<Expectation> const kExpectations{
    {"", [](int) { return true; }},
    {"lantern", has_lantern},
    {"lantern harbour", [](int i) { return has_lantern(i) && has_harbour(i); }},
    {"lantern AND willow harbour", [](int i) { return has_lantern(i) && has_willow(i) && has_harbour(i); }},
    {"lantern OR willow", [](int i) { return has_lantern(i) || has_willow(i); }},
    {"lantern (harbour OR willow)",
     [](int i) { return has_lantern(i) && (has_harbour(i) || has_willow(i)); }},
    {"\"lantern harbour\"", [](int i) { return has_lantern(i) && has_harbour(i); }},
    {"\"harbour lantern\"", [](int) { return false; }},
    {"lant*", has_lantern},
    {"lantern -harbour", [](int i) { return has_lantern(i) && !has_harbour(i); }},
    {"lantern -harbour -willow", [](int i) { return has_lantern(i) && !has_harbour(i) && !has_willow(i); }},
    {"lantern -\"lantern harbour\"", [](int i) { return has_lantern(i) && !has_harbour(i); }},
    {"-harbour", [](int i) { return !has_harbour(i); }},
    {"lantern -quasar", has_lantern},
    {"category:boats", is_in_boats},
    {"lantern category:boats category:trees",
     [](int i) { return has_lantern(i) && (is_in_boats(i) || is_in_trees(i)); }},
    {"lantern -category:boats", [](int i) { return has_lantern(i) && !is_in_boats(i); }},
    {"lantern category:boats -category:trees",
     [](int i) { return has_lantern(i) && is_in_boats(i) && !is_in_trees(i); }},
    {"category:boats site:journal.example", [](int i) { return is_in_boats(i) && i % 5 == 0; }},
    {"date:2026-02", [](int i) { return is_dated(i) && month(i) == 2; }},
    {"lantern after:2026-02", [](int i) { return has_lantern(i) && is_dated(i) && month(i) >= 2; }},
    {"lantern before:2026-02 category:trees -harbour",
     [](int i) {
       return has_lantern(i) && is_dated(i) && month(i) <= 2 && is_in_trees(i) && !has_harbour(i);
     }},
};

// Answered in other ways: by a beginning, a correction, with posts that have most of the words, and
// as a long question.
std::vector<std::string> const kOtherQueries{
    "lanter", "lantren", "lantern rudder", "lantern harbour willow zeppelin",
    "where does lantern meet harbour beside willow with rudder and filler"};

std::vector<std::string> all_queries() {
  auto queries = kOtherQueries;
  for (auto const& expectation : kExpectations) queries.push_back(expectation.query);
  return queries;
}

SearchResults search(std::string const& query, std::size_t offset, std::size_t limit,
                     SortOrder sort = SortOrder::relevance) {
  SearchRequest request;
  request.query = query;
  request.offset = offset;
  request.limit = limit;
  request.sort = sort;
  return store().search(request);
}

std::set<std::string> set_of(List const& list) {
  return {list.begin(), list.end()};
}

std::set<std::string> expected(std::function<bool(int)> const& matches) {
  std::set<std::string> found;
  for (int i = 0; i < kPostCount; ++i) {
    if (matches(i)) found.insert("p" + std::to_string(i));
  }
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matcher)

BOOST_DATA_TEST_CASE(an_answer_holds_the_posts_that_match_and_no_others, kExpectations, expectation) {
  auto const want = expected(expectation.matches);
  for (auto const sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
    auto const results = search(expectation.query, 0, 2 * kPostCount, sort);
    BOOST_TEST(set_of(slugs(results)) == want, boost::test_tools::per_element());
    BOOST_TEST(results.hits.size() == want.size());
    BOOST_TEST(results.total == want.size());
    BOOST_TEST(results.exact_total);
    BOOST_TEST(results.relaxation == Relaxation::none);
  }
}

BOOST_DATA_TEST_CASE(pages_of_any_size_fit_together, all_queries(), query) {
  for (auto const sort : {SortOrder::relevance, SortOrder::newest}) {
    auto const whole = search(query, 0, 2 * kPostCount, sort);
    for (std::size_t const size : {7, 10, 64, 65}) {
      BOOST_TEST_CONTEXT("pages of " << size) {
        List pages;
        for (std::size_t offset = 0; offset < whole.hits.size() + size; offset += size) {
          auto const page = search(query, offset, size, sort);
          BOOST_TEST(page.total == whole.total);
          for (auto const& slug : slugs(page)) pages.push_back(slug);
        }
        BOOST_TEST(pages == slugs(whole), boost::test_tools::per_element());
      }
    }
  }
}

BOOST_DATA_TEST_CASE(no_post_comes_twice_and_the_total_counts_them, all_queries(), query) {
  auto const results = search(query, 0, 2 * kPostCount);
  BOOST_TEST(set_of(slugs(results)).size() == results.hits.size());
  BOOST_TEST(results.total == results.hits.size());
}

BOOST_DATA_TEST_CASE(sorting_by_date_puts_undated_posts_last_either_way, all_queries(), query) {
  for (bool const newest : {true, false}) {
    auto const results = search(query, 0, 2 * kPostCount, newest ? SortOrder::newest : SortOrder::oldest);
    for (std::size_t i = 1; i < results.hits.size(); ++i) {
      auto const& before = results.hits[i - 1].published;
      auto const& after = results.hits[i].published;
      BOOST_TEST_CONTEXT((newest ? "newest first, rank " : "oldest first, rank ") << i) {
        BOOST_TEST((before || !after));
        if (before && after) BOOST_TEST((newest ? *before >= *after : *before <= *after));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(scores_fall_from_one_and_stay_above_zero) {
  auto const results = search("lantern", 0, 20);
  BOOST_REQUIRE(results.hits.size() == 20u);
  BOOST_TEST(results.hits.front().score == 1.0);
  for (std::size_t i = 1; i < results.hits.size(); ++i) {
    BOOST_TEST(results.hits[i].score <= results.hits[i - 1].score);
    BOOST_TEST(results.hits[i].score > 0.0);
  }
}

BOOST_AUTO_TEST_CASE(posts_with_all_words_come_before_those_that_fill_up) {
  auto const results = search("lantern rudder", 0, 2 * kPostCount);
  auto const complete = expected([](int i) { return has_lantern(i) && has_rudder(i); });
  auto const found = slugs(results);
  BOOST_REQUIRE(found.size() >= complete.size());
  BOOST_TEST(
      set_of(List(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(complete.size()))) == complete,
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_window_beyond_the_answer_is_empty_and_keeps_the_total) {
  for (std::size_t const offset : {135, 200, 9'000}) {
    auto const results = search("lantern", offset, 10);
    BOOST_TEST(results.hits.empty());
    BOOST_TEST(results.total == 135u);
  }
  BOOST_TEST(search("lantern", 0, 0).hits.empty());
  BOOST_TEST(search("lantern", 0, 0).total == 135u);
}

BOOST_AUTO_TEST_SUITE_END()
