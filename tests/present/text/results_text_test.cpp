// Search results as people see them.
#include "present/text/results_text.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "common/text/display_width.h"
#include "tests/present/sample_results.h"

using namespace pressmark;

namespace {

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool contains(std::string const& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(results_text)

BOOST_AUTO_TEST_CASE(shows_each_post_with_its_place_and_sections) {
  std::vector<std::string> const expected{
      "7 posts for größe ledger, 1 to 2 shown",
      "",
      "Der Größenwahn <of> ledgers",
      "https://example.org/2026/ledger#growth",
      "2026-04-03 · Storage, Ledgers & more · Ada Writer",
      "  Growing pains",
      "  🚀 ledgers \"grow\" without end",
      "  also: Takeaways — #takeaways",
      "",
      "(untitled)",
      "https://example.org/bare",
  };
  BOOST_TEST(lines_of(pressmark::results_text(sample_results(), {})) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_colour_nothing_but_text_is_printed) {
  BOOST_TEST(!contains(pressmark::results_text(sample_results(), {}), "\x1b"));
}

BOOST_AUTO_TEST_CASE(with_colour_matched_words_stand_out) {
  auto const text = pressmark::results_text(sample_results(), {.color = true});
  BOOST_TEST(contains(text, "\x1b[1mDer \x1b[0m\x1b[1;1;31mGrößenwahn\x1b[0m"));
  BOOST_TEST(contains(text, "🚀 \x1b[1;31mledgers\x1b[0m \"grow\""));
}

BOOST_AUTO_TEST_CASE(on_a_terminal_the_place_is_a_link) {
  auto results = sample_results();
  results.hits[0].sections[0].url =
      "https://example.org/gr\xC3\xB6\xC3\x9F"
      "e#a";
  auto const text = pressmark::results_text(results, {.color = true, .hyperlinks = true});
  BOOST_TEST(contains(text, "\x1b]8;;https://example.org/gr%C3%B6%C3%9Fe#a\x1b\\"));
}

BOOST_AUTO_TEST_CASE(what_is_no_web_address_never_becomes_a_link) {
  auto results = sample_results();
  results.hits[1].url = "javascript:alert(1)";
  results.hits.erase(results.hits.begin());
  BOOST_TEST(!contains(pressmark::results_text(results, {.hyperlinks = true}), "\x1b]8"));
}

BOOST_AUTO_TEST_CASE(escape_sequences_of_a_post_do_not_reach_the_terminal) {
  auto results = sample_results();
  auto& hit = results.hits[0];
  hit.title.text = "\x1b[2Jgone\x1b]0;owned\x07";
  hit.author = hit.categories[0] = hit.sections[0].heading.text = hit.sections[0].snippet.text =
      hit.title.text;
  hit.sections[0].url = hit.sections[1].anchor = hit.title.text;
  results.query = hit.title.text;
  results.did_you_mean = hit.title.text;
  results.facets["author"] = {{hit.title.text, 1}};
  auto const text = pressmark::results_text(results, {});
  BOOST_TEST(!contains(text, "\x1b"));
  BOOST_TEST(!contains(text, "\x07"));
}

BOOST_AUTO_TEST_CASE(lines_keep_to_the_width) {
  auto results = sample_results();
  auto& hit = results.hits[0];
  std::string words;
  for (int i = 0; i < 40; ++i) words += "schön 漢字 ";
  hit.title.text = hit.author = hit.sections[0].heading.text = hit.sections[0].snippet.text = words;
  hit.sections[1].heading.text = words;
  results.facets["author"] = {{words, 1}, {words, 2}};
  for (std::size_t const columns : {40, 80, 100}) {
    auto const lines = lines_of(pressmark::results_text(results, {.columns = columns}));
    for (auto const& line : lines) BOOST_TEST(columns_of(line) <= columns, line);
    BOOST_TEST(lines.size() <= 20U);
  }
}

BOOST_AUTO_TEST_CASE(a_heading_that_repeats_the_title_is_not_shown_twice) {
  auto results = sample_results();
  results.hits[0].sections[0].heading = results.hits[0].title;
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[5] == "  🚀 ledgers \"grow\" without end");
}

BOOST_AUTO_TEST_CASE(a_further_section_without_heading_shows_its_words) {
  auto results = sample_results();
  results.hits[0].sections[1].heading = {};
  BOOST_TEST(contains(pressmark::results_text(results, {}), "  also: Prune ledgers early — #takeaways\n"));
}

BOOST_AUTO_TEST_CASE(says_how_the_query_was_read) {
  auto results = sample_results();
  results.relaxation = Relaxation::prefix;
  results.missing_words = {"xyz", "uvw"};
  results.did_you_mean = "große ledger";
  results.partial = true;
  auto const text = pressmark::results_text(results, {});
  BOOST_TEST(contains(text, "the last word was taken for the beginning of one\n"));
  BOOST_TEST(contains(text, "the first here lacks \"xyz\", \"uvw\"\n"));
  BOOST_TEST(contains(text, "did you mean: große ledger\n"));
  BOOST_TEST(contains(text, "time ran out"));
}

BOOST_AUTO_TEST_CASE(counts_posts_of_the_query_that_was_searched_instead) {
  auto results = sample_results();
  results.corrected_query = "größe ledgers";
  auto const lines = lines_of(pressmark::results_text(results, {}));
  BOOST_TEST(lines[0] == "7 posts for größe ledgers, 1 to 2 shown");
  BOOST_TEST(lines[1] == "nothing matches größe ledger; this was searched instead");
}

BOOST_AUTO_TEST_CASE(tells_posts_with_all_words_from_those_with_most) {
  auto results = sample_results();
  results.all_words_total = 2;
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[1] ==
             "2 posts have all words, 5 more have most of them");
  results.all_words_total = 1;
  results.total = 2;
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[1] ==
             "1 post has all words, 1 more has most of them");
}

BOOST_AUTO_TEST_CASE(counts_what_was_found) {
  SearchResults results;
  results.query = "ledger";
  results.hits.resize(1);
  results.total = 1;
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[0] == "1 post for ledger");
  results.total = 300;
  results.offset = 20;
  results.exact_total = false;
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[0] ==
             "about 300 posts for ledger, 21 to 21 shown");
  results.query = "";
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[0] == "about 300 posts, 21 to 21 shown");
  results.offset = 400;
  results.hits.clear();
  BOOST_TEST(lines_of(pressmark::results_text(results, {}))[0] ==
             "about 300 posts, none after the first 400");
}

BOOST_AUTO_TEST_CASE(facets_come_last_in_the_usual_order) {
  auto results = sample_results();
  results.facets = {{"year", {{"2026", 5}, {"2025", 2}}}, {"categories", {{"Storage", 7}}}, {"month", {}}};
  auto const lines = lines_of(pressmark::results_text(results, {}));
  BOOST_REQUIRE(lines.size() > 3U);
  BOOST_TEST(lines[lines.size() - 3] == "");
  BOOST_TEST(lines[lines.size() - 2] == "categories  Storage 7");
  BOOST_TEST(lines[lines.size() - 1] == "year        2026 5 · 2025 2");
}

BOOST_AUTO_TEST_CASE(of_many_facets_the_first_are_shown_on_one_line) {
  SearchResults results;
  for (int i = 0; i < 12; ++i) results.facets["year"].push_back({std::to_string(2026 - i), 1});
  auto const last_line = [&](std::size_t columns) {
    return lines_of(pressmark::results_text(results, {.columns = columns})).back();
  };
  BOOST_TEST(last_line(200) ==
             "year        2026 1 · 2025 1 · 2024 1 · 2023 1 · 2022 1 · 2021 1 · 2020 1 · 2019 1 · 4 more");
  BOOST_TEST(last_line(40) == "year        2026 1 · 2025 1 · 10 more");
  results.facets["year"].resize(2);
  BOOST_TEST(last_line(40) == "year        2026 1 · 2025 1");
}

BOOST_AUTO_TEST_CASE(urls_are_those_of_the_posts_one_a_line) {
  BOOST_TEST(results_urls(sample_results()) == "https://example.org/2026/ledger\nhttps://example.org/bare\n");
  BOOST_TEST(results_urls(SearchResults{}) == "");

  auto results = sample_results();
  results.hits.front().url.clear();
  BOOST_TEST(results_urls(results) == "https://example.org/bare\n");
}

BOOST_AUTO_TEST_CASE(nothing_found_says_what_to_try) {
  SearchResults results;
  results.query = "ledgre";
  BOOST_TEST(nothing_found(results).what == "nothing found for ledgre");
  BOOST_TEST(contains(nothing_found(results).hint, "fewer"));
  results.did_you_mean = "ledger";
  BOOST_TEST(nothing_found(results).hint == "did you mean: ledger");
}

BOOST_AUTO_TEST_SUITE_END()
