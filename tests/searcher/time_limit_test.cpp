// Searches that run out of time, at any point of theirs: the clock goes on by one with each look at it.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "present/json/results_json.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

SampleStore const& blog() {
  static SampleStore const store(std::filesystem::path(PRESSMARK_SOURCE_DIR) / "data/posts.xml");
  return store;
}

// A deadline that is over once it was looked at this often.
Deadline after_looks(unsigned looks) {
  return {SteadyTime(SteadyTime::duration(looks)),
          [now = SteadyTime()]() mutable { return std::exchange(now, now + SteadyTime::duration(1)); }};
}

// More looks than any search here takes.
constexpr unsigned kAmple = 1'000'000;

SearchResults search(SearchRequest request, unsigned looks) {
  static Searcher searcher(blog().layout());
  request.deadline = after_looks(looks);
  auto results = searcher.search(request, kSampleNow);
  results.processing_ms = 0;
  return results;
}

std::string text_of(SearchResults const& results) {
  return results_json(results, JsonLayout::compact);
}

std::set<std::string> urls(SearchResults const& results) {
  std::set<std::string> found;
  for (auto const& hit : results.hits) found.insert(hit.url);
  return found;
}

// What a reader, a program or a page may rely on, whatever is missing.
void check_form(SearchResults const& partial, SearchResults const& whole) {
  BOOST_TEST(!partial.exact_total);
  BOOST_TEST(partial.hits.size() <= partial.limit);
  BOOST_TEST(urls(partial).size() == partial.hits.size());
  if (!partial.hits.empty()) BOOST_TEST(partial.total >= partial.offset + partial.hits.size());
  BOOST_TEST(partial.all_words_total <= partial.total);
  BOOST_TEST(partial.version == whole.version);
  for (auto const& hit : partial.hits) {
    BOOST_TEST(!hit.title.text.empty());
    BOOST_TEST(hit.score >= 0);
    BOOST_TEST(hit.score <= 1);
  }
  // A group of facets is counted to the end or left out.
  for (auto const& [group, counts] : partial.facets) BOOST_TEST(counts == whole.facets.at(group));
}

// Gives `request` more and more time until it is enough; returns the numbers of looks that were not.
std::size_t try_all_times(SearchRequest const& request, unsigned step) {
  auto const whole = search(request, kAmple);
  BOOST_TEST(!whole.partial);
  std::size_t partial_answers = 0;
  bool was_enough = false;
  for (unsigned looks = 0; !was_enough; looks += step) {
    BOOST_TEST_CONTEXT(looks << " looks") {
      auto const results = search(request, looks);
      was_enough = !results.partial;
      if (was_enough) {
        BOOST_TEST(text_of(results) == text_of(whole));
      } else {
        ++partial_answers;
        check_form(results, whole);
      }
    }
  }
  return partial_answers;
}

struct Asked {
  SearchRequest request;
};

Asked const kAsked[] = {
    {{.query = "file"}},
    {{.query = ""}},
    {{.query = "", .sort = SortOrder::oldest, .facets = true}},
    {{.query = "the file", .facets = true}},
    {{.query = "co* in* fe*", .facets = true}},
    {{.query = "\"the file\" OR \"in the\" OR \"of a\"", .limit = 50}},
    {{.query = "file -\"of the\" -index*"}},
    {{.query = "how does a reader find what was written about the index of a file", .facets = true}},
    {{.query = "power supply feeds unicode"}},  // few posts have all words
    {{.query = "indxe comapction"}},            // misspelt
    {{.query = "normalizatio"}},                // a beginning
    {{.query = "qwxyz zyxwq file unknwon"}},    // words that nobody wrote
    {{.query = "\"std::vector\" OR code:index"}},
    {{.query = "category:none author:nobody site:nowhere file"}},
    {{.query = "file", .since = "2020", .offset = 3, .limit = 200, .facets = true}},
    {{.query = "file index", .sort = SortOrder::newest, .max_sections = 10}},
};

std::ostream& operator<<(std::ostream& out, Asked const& asked) {
  return out << '"' << asked.request.query << '"';
}

std::string random_query(std::mt19937& random) {
  static std::vector<std::string> const kParts{
      "file",     "index",     "the",     "of",         "\"",    "(",      ")",       "OR",
      "-",        "re*",       "in*",     "title:",     "code:", "feeds",  "unicode", "rss",
      "std::map", "date:2024", "lang:en", "\"in the\"", "zzyzx", "searhc", "e-mail",  "C++"};
  std::string query;
  for (auto parts = 1 + random() % 12; parts > 0; --parts) query += kParts[random() % kParts.size()] + ' ';
  return query;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(time_limit)

BOOST_DATA_TEST_CASE(a_deadline_that_has_passed_gives_a_partial_answer_at_once,
                     boost::unit_test::data::make(kAsked), asked) {
  auto const results = search(asked.request, 0);
  BOOST_TEST(results.partial);
  BOOST_TEST(results.hits.empty());
  BOOST_TEST(results.total == 0U);
  check_form(results, search(asked.request, kAmple));
}

BOOST_DATA_TEST_CASE(an_answer_is_well_formed_wherever_time_ran_out_and_whole_where_it_did_not,
                     boost::unit_test::data::make(kAsked), asked) {
  BOOST_TEST(try_all_times(asked.request, 1) > 0);
}

BOOST_DATA_TEST_CASE(time_that_is_ample_changes_nothing, boost::unit_test::data::make(kAsked), asked) {
  auto unlimited = Searcher(blog().layout()).search(asked.request, kSampleNow);
  unlimited.processing_ms = 0;
  BOOST_TEST(!unlimited.partial);
  BOOST_TEST(text_of(search(asked.request, kAmple)) == text_of(unlimited));
}

BOOST_AUTO_TEST_CASE(what_is_found_grows_with_the_time) {
  for (auto const* query : {"the", "", "\"of the\" OR file", "in*", "the -index", "the -\"of the\""}) {
    SearchRequest const request{.query = query, .limit = 1'000};
    auto const whole = urls(search(request, kAmple));
    std::set<std::string> before;
    bool was_partly_found = false;
    for (unsigned looks = 0; before != whole; ++looks) {
      BOOST_TEST_CONTEXT(query << ", " << looks << " looks") {
        auto const found = urls(search(request, looks));
        BOOST_TEST(std::ranges::includes(found, before));
        BOOST_TEST(std::ranges::includes(whole, found));
        was_partly_found = was_partly_found || (!found.empty() && found.size() < whole.size());
        BOOST_REQUIRE(looks < 10'000);
        before = found;
      }
    }
    BOOST_TEST_CONTEXT(query) {
      BOOST_TEST(was_partly_found);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_was_found_is_shown_by_its_title_where_there_is_no_time_for_more) {
  SearchRequest const request{.query = "file"};
  bool seen = false;
  auto const whole = search(request, kAmple);
  for (unsigned looks = 0; !seen; ++looks) {
    auto const results = search(request, looks);
    BOOST_REQUIRE(results.partial);
    seen = results.hits.size() == whole.hits.size() && results.hits.back().sections.empty();
  }
  BOOST_TEST(!whole.hits.back().sections.empty());
}

BOOST_AUTO_TEST_CASE(no_wider_reading_is_tried_when_time_is_over) {
  SearchRequest const request{.query = "highligh"};
  BOOST_TEST(search(request, kAmple).relaxation == Relaxation::prefix);
  for (unsigned looks = 0;; ++looks) {
    auto const results = search(request, looks);
    if (!results.hits.empty()) break;
    BOOST_TEST(results.relaxation == Relaxation::none);
    BOOST_TEST(!results.did_you_mean.has_value());
  }
}

BOOST_AUTO_TEST_CASE(any_query_may_run_out_of_time_anywhere) {
  std::mt19937 random(20'260'401);
  for (int i = 0; i < 60; ++i) {
    SearchRequest const request{.query = random_query(random), .facets = i % 3 == 0};
    BOOST_TEST_CONTEXT(request.query) {
      (void)try_all_times(request, 1 + static_cast<unsigned>(random() % 7));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
