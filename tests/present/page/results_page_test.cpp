// Pages of results as browsers get them.
#include "present/page/results_page.h"

#include <boost/test/unit_test.hpp>

#include "tests/present/sample_results.h"
#include "tests/present/sample_suggestions.h"

using namespace pressmark;

namespace {

PageSite const kSite{"Notes & more", "/find", ""};

SearchAddress address(std::string query = "größe ledger") {
  SearchAddress one;
  one.query = std::move(query);
  one.limit = 2;
  return one;
}

std::string page(SearchResults const& results, SearchAddress const& asked = address()) {
  return pressmark::results_page(results, asked, {}, kSite, 1'000);
}

bool has(std::string const& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

std::size_t count(std::string_view html, std::string_view part) {
  std::size_t found = 0;
  for (auto at = html.find(part); at != std::string_view::npos; at = html.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(results_page)

BOOST_AUTO_TEST_CASE(posts_and_their_sections_are_links) {
  auto const html = page(sample_results());
  BOOST_TEST(has(html,
                 "<h2><a href=\"https://example.org/2026/ledger\">Der <mark>Größenwahn</mark> &lt;of&gt; "
                 "ledgers</a></h2>"));
  BOOST_TEST(has(
      html, "<h3><a href=\"https://example.org/2026/ledger#growth\"><mark>Growing</mark> pains</a></h3>"));
  BOOST_TEST(has(html, "<p>🚀 <mark>ledgers</mark> &quot;grow&quot; without end</p>"));
  BOOST_TEST(has(html, "<time datetime=\"2026-04-03T05:28:30Z\">2026-04-03</time> · Ada Writer"));
  BOOST_TEST(has(html, "(untitled)"));
  BOOST_TEST(has(html, "<p role=\"status\">7 posts for “größe ledger”</p>"));
}

BOOST_AUTO_TEST_CASE(the_form_works_without_a_script_and_keeps_the_filters) {
  auto asked = address("a \"b\"");
  asked.categories = {"C&D"};
  asked.from = "2025";
  asked.sections = 1;
  auto const html = page(sample_results(), asked);
  BOOST_TEST(has(html, "<form role=\"search\" action=\"/find/search\" method=\"get\">"));
  BOOST_TEST(has(html, "name=\"q\" value=\"a &quot;b&quot;\""));
  BOOST_TEST(has(html, "<input type=\"hidden\" name=\"category\" value=\"C&amp;D\">"));
  BOOST_TEST(has(html, "<input type=\"hidden\" name=\"from\" value=\"2025\">"));
  BOOST_TEST(has(html, "<input type=\"hidden\" name=\"sections\" value=\"1\">"));
  BOOST_TEST(!has(html, "name=\"page\""));
  BOOST_TEST(!has(html, "<script"));
}

BOOST_AUTO_TEST_CASE(nothing_of_query_or_posts_is_markup_or_a_dangerous_link) {
  auto results = sample_results();
  results.hits[0].url = "javascript:alert(1)";
  results.hits[0].author = "<img src=x>";
  results.hits[0].sections[0].url = "data:text/html,x";
  results.hits[0].language = "en\" onclick=\"x";
  results.warnings = {{"<i>odd</i>", 0, 0}};
  results.did_you_mean = "<u>\"x\"";
  results.facets = {{"categories", {{"<b>", 2}, {"y", 1}}}};
  auto const html = page(results, address("<script>alert(1)</script>\""));
  for (auto const* part :
       {"<script", "<img", "<i>", "<u>", "<b>", "href=\"javascript:", "href=\"data:", "\" onclick"}) {
    BOOST_TEST(!has(html, part), part);
  }
  BOOST_TEST(has(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

BOOST_AUTO_TEST_CASE(pages_lead_forth_and_back_within_the_window) {
  auto results = sample_results();
  auto asked = address("a");
  BOOST_TEST(has(page(results, asked), "rel=\"next\" href=\"/find/search?q=a&amp;limit=2&amp;page=2\""));
  BOOST_TEST(!has(page(results, asked), "rel=\"prev\""));
  asked.offset = 2;
  BOOST_TEST(has(page(results, asked), "rel=\"prev\" href=\"/find/search?q=a&amp;limit=2\""));
  BOOST_TEST(has(page(results, asked), "Page 2"));
  asked.offset = 6;
  BOOST_TEST(!has(page(results, asked), "rel=\"next\""));
  asked.offset = 998;
  results.total = 5'000;
  BOOST_TEST(!has(page(results, asked), "rel=\"next\""));
  asked.limit = 0;
  BOOST_TEST(!has(page(results, asked), "rel=\"prev\""));
}

BOOST_AUTO_TEST_CASE(a_later_page_says_which_posts_it_shows_and_one_past_the_end_leads_back) {
  auto results = sample_results();
  auto asked = address("a");
  asked.offset = results.offset = 2;
  BOOST_TEST(has(page(results, asked), "<p role=\"status\">7 posts for “a”, 3 to 4 shown</p>"));

  asked.offset = results.offset = 40;
  results.hits.clear();
  auto const html = pressmark::results_page(results, asked, sample_suggestions(), kSite, 1'000);
  BOOST_TEST(has(html, "<p role=\"status\">7 posts for “a”, none on this page</p>"));
  BOOST_TEST(has(html, "<a href=\"/find/search?q=a&amp;limit=2\">The first page</a>"));
  for (auto const* const part : {"rel=\"prev\"", "Perhaps one of these", "without filters"}) {
    BOOST_TEST(!has(html, part), part);
  }
}

BOOST_AUTO_TEST_CASE(the_search_can_be_subscribed_to_and_put_into_the_search_bar) {
  auto asked = address("a \"b\"");
  asked.categories = {"C&D"};
  asked.offset = 4;
  asked.sort = SortOrder::oldest;
  asked.facets = true;
  auto const html = page(sample_results(), asked);
  std::string const query = "?q=a+%22b%22&amp;category=C%26D\"";
  std::string const title = "title=\"a &quot;b&quot;, C&amp;D – Notes &amp; more\"";
  BOOST_TEST(has(html, "<link rel=\"alternate\" type=\"application/atom+xml\" " + title +
                           " href=\"/find/search.atom" + query + ">"));
  BOOST_TEST(has(html, "<link rel=\"alternate\" type=\"application/feed+json\" " + title +
                           " href=\"/find/search.json" + query + ">"));
  BOOST_TEST(has(html,
                 "<link rel=\"search\" type=\"application/opensearchdescription+xml\" title=\"Notes &amp; "
                 "more\" href=\"/find/opensearch.xml\">"));
  BOOST_TEST(has(html, "href=\"/find/search.atom" + query + ">Subscribe to this search</a>"));
}

BOOST_AUTO_TEST_CASE(facets_set_and_lift_filters_and_go_back_to_the_first_page) {
  auto results = sample_results();
  results.facets = {{"categories", {{"AI", 5}, {"C++", 2}}},
                    {"year", {{"2024", 9}, {"2026", 2}}},
                    {"author", {{"Only One", 7}}}};
  auto asked = address("a");
  asked.offset = 4;
  asked.categories = {"AI"};
  auto const html = page(results, asked);
  BOOST_TEST(has(html, "aria-current=\"true\" href=\"/find/search?q=a&amp;limit=2\">AI"));
  BOOST_TEST(has(html, "href=\"/find/search?q=a&amp;category=AI&amp;category=C%2B%2B&amp;limit=2\">C++</a>"));
  BOOST_TEST(has(html, "from=2026&amp;to=2026&amp;limit=2\">2026</a>"));
  BOOST_TEST(html.find(">2026</a>") < html.find(">2024</a>"));
  BOOST_TEST(!has(html, "Only One"));  // narrows nothing
}

BOOST_AUTO_TEST_CASE(nothing_found_is_no_dead_end) {
  SearchResults results;
  results.did_you_mean = "ledger";
  auto asked = address("legder");
  asked.authors = {"Ada"};
  auto const html = pressmark::results_page(results, asked, sample_suggestions(), kSite, 1'000);
  BOOST_TEST(has(html, "Nothing found for “legder”"));
  BOOST_TEST(
      has(html, "Did you mean <a href=\"/find/search?q=ledger&amp;author=Ada&amp;limit=2\">ledger</a>?"));
  BOOST_TEST(has(html, "<a href=\"https://example.org/oefen\">Große &lt;<mark>Öfen</mark>&gt;</a>"));
  BOOST_TEST(has(html, "<a href=\"/find/search?category=%C3%96fen\"><mark>Öfen</mark></a>"));
  BOOST_TEST(has(html, "<a href=\"/find/search?q=legder\">Search without filters</a>"));

  asked.authors.clear();
  asked.sort = SortOrder::newest;
  BOOST_TEST(!has(pressmark::results_page(results, asked, {}, kSite, 1'000), "without filters"));
}

BOOST_AUTO_TEST_CASE(what_was_done_to_find_something_is_said) {
  auto results = sample_results();
  results.corrected_query = "groesse ledger";
  results.missing_words = {"a<b", "c"};
  results.all_words_total = 3;
  auto const html = page(results);
  BOOST_TEST(
      has(html, "Searched for <a href=\"/find/search?q=groesse+ledger&amp;limit=2\">groesse ledger</a>"));
  BOOST_TEST(has(html, "No post has all words; left out: a&lt;b, c"));
  BOOST_TEST(has(html, "3 with all words"));
}

BOOST_AUTO_TEST_CASE(every_element_that_opens_is_closed) {
  auto results = sample_results();
  results.facets = {{"categories", {{"AI", 5}, {"C++", 2}}}};
  auto const html = page(results);
  for (std::string const name :
       {"html", "head", "body", "header", "main", "form", "ol",  "ul",   "li",     "article", "section",
        "h1",   "h2",   "h3",   "p",      "a",    "mark", "nav", "span", "select", "option",  "time"}) {
    auto const opened = count(html, "<" + name + ">") + count(html, "<" + name + " ");
    BOOST_TEST(opened == count(html, "</" + name + ">"), name);
  }
}

BOOST_AUTO_TEST_CASE(headings_begin_with_the_name_of_what_is_searched) {
  auto const problem = problem_page(http_problem(RequestFault::bad_parameter, "page"), kSite);
  for (auto const& html : {page(sample_results()), problem}) {
    auto const first = html.find("<h1>");
    BOOST_TEST(count(html, "<h1>") == 1U);
    BOOST_TEST(first < html.find("<h2>"));
  }
}

BOOST_AUTO_TEST_CASE(a_problem_is_told_with_the_form) {
  auto const html = problem_page(http_problem(RequestFault::bad_parameter, "page is <x>"), kSite);
  BOOST_TEST(has(html, "<h2>Bad Request</h2>"));
  BOOST_TEST(has(html, "page is &lt;x&gt;"));
  BOOST_TEST(has(html, "role=\"search\""));
}

BOOST_AUTO_TEST_CASE(a_page_that_ran_out_of_time_says_so) {
  auto results = sample_results();
  BOOST_TEST(!has(page(results), "Time ran out"));
  results.partial = true;
  for (auto& hit : results.hits) hit.sections.clear();
  BOOST_TEST(has(page(results), "<p>Time ran out; this is what was found until then.</p>"));
  results.hits.clear();
  results.total = 0;
  BOOST_TEST(has(page(results), "Nothing found in time"));
}

BOOST_AUTO_TEST_SUITE_END()
