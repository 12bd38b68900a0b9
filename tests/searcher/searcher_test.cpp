// Searching a store as its users do: feeds in, ranked posts with sections and highlights out.
#include "searcher/searcher.h"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::vector<SamplePost> const kPosts{
    {"log-compaction",
     "Compaction of a write-ahead log",
     "Mon, 05 Jan 2026 10:00:00 GMT",
     {"Storage", "Go"},
     "<p>A log that only grows fills the disk.</p><h2 id=\"why\">Why compaction</h2><p>Old segments are "
     "read, merged "
     "and written once more. The trick is to rename then delete.</p><h2 id=\"code\">The code</h2>"
     "<pre><code>func compact_segments(dir string) error</code></pre><p>Retries are bounded.</p>"},
    {"http2",
     "What HTTP/2 changed",
     "Tue, 03 Mar 2026 08:00:00 GMT",
     {"WebDev"},
     "<p>A façade in front of many streams. The protocol HTTP/2 multiplexes.</p>"
     "<h2 id=\"streams\">Streams</h2><p>Each stream has a number; back‑pressure is per stream.</p>"},
    {"tools",
     "Injected arguments",
     "Wed, 11 Feb 2026 08:00:00 GMT",
     {"webdev", "LLM"},
     "<h2 id=\"ids\">Identifiers</h2><p>Mark the argument with <code>InjectedToolCallId</code> and the "
     "schema "
     "leaves it out. The log has a line for each call.</p>"},
    {"undated", "A page without a date", "", {}, "<p>Nobody knows when this was written about a log.</p>"},
};

using List = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(searcher)

BOOST_AUTO_TEST_CASE(the_best_section_comes_with_its_anchor_and_highlights) {
  SampleStore const store(kPosts);
  auto const results = store.search("rename delete segments");
  BOOST_REQUIRE(results.hits.size() == 1u);
  auto const& hit = results.hits[0];
  BOOST_TEST(hit.sections.at(0).anchor == "why");
  BOOST_TEST(hit.sections.at(0).url == "https://notes.example/log-compaction#why");
  BOOST_TEST(hit.sections.at(0).heading.text == "Why compaction");
  BOOST_TEST(highlighted(hit.sections.at(0).snippet) == "segments|rename|delete");
}

BOOST_AUTO_TEST_CASE(spellings_of_one_word_give_one_list) {
  SampleStore const store(kPosts);
  for (auto const& group : {List{"http-2", "HTTP‑2", "HTTP/2", "http2"}, List{"facade", "façade", "FAÇADE"},
                            List{"back-pressure", "backpressure", "back‑pressure"},
                            List{"InjectedToolCallId", "injected tool call id", "injected_tool_call_id"}}) {
    for (auto const& query : group) {
      BOOST_TEST_CONTEXT("query " << query) {
        auto const found = slugs(store.search(query));
        BOOST_TEST(!found.empty());
        BOOST_TEST(found == slugs(store.search(group.front())), boost::test_tools::per_element());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_phrase_wants_its_words_side_by_side) {
  SampleStore const store(kPosts);
  BOOST_TEST(slugs(store.search("\"rename then delete\"")) == List{"log-compaction"},
             boost::test_tools::per_element());
  BOOST_TEST(store.search("\"delete then rename\"").hits.empty());
  auto const hit = store.search("\"rename then delete\"").hits.at(0);
  BOOST_TEST(highlighted(hit.sections.at(0).snippet) == "rename then delete");
}

BOOST_AUTO_TEST_CASE(a_phrase_does_not_cross_blocks) {
  SampleStore const store(kPosts);
  BOOST_TEST(store.search("\"disk why compaction\"").hits.empty());
}

BOOST_AUTO_TEST_CASE(an_exact_title_comes_first_whatever_it_holds) {
  SampleStore const store(kPosts);
  for (auto const& post : kPosts) {
    BOOST_TEST(slugs(store.search(post.title)).at(0) == post.slug);
  }
}

BOOST_AUTO_TEST_CASE(an_excluded_word_keeps_out_the_post_whose_title_it_completes) {
  SampleStore const store({{"release", "Swift released", "", {}, "<p>Swift is here.</p>"},
                           {"notes", "Notes", "", {}, "<p>Swift, day by day.</p>"},
                           {"minus", "Strings and -1", "", {}, "<p>Bits of -1.</p>"}});
  BOOST_TEST(slugs(store.search("swift -released")) == List{"notes"}, boost::test_tools::per_element());
  BOOST_TEST(slugs(store.search("swift released")).at(0) == "release");
  BOOST_TEST(slugs(store.search("strings and -1")).at(0) == "minus");  // the title has the minus
}

BOOST_AUTO_TEST_CASE(an_excluded_word_keeps_posts_out_and_is_never_highlighted) {
  SampleStore const store(kPosts);
  auto const results = store.search("log -rename");
  for (auto const& hit : results.hits) {
    BOOST_TEST(hit.url.find("log-compaction") == std::string::npos);
    for (auto const& section : hit.sections) BOOST_TEST(highlighted(section.snippet) == "log");
  }
  BOOST_TEST(results.total == 2u);
}

BOOST_AUTO_TEST_CASE(category_filters_ignore_case) {
  SampleStore const store(kPosts);
  for (auto const* const name : {"WebDev", "webdev", "WEBDEV", "Web Dev"}) {
    SearchRequest request;
    request.categories = {name};
    BOOST_TEST(slugs(store.search(request)) == (List{"http2", "tools"}), boost::test_tools::per_element());
  }
  BOOST_TEST(slugs(store.search("category:llm log")) == List{"tools"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(filters_of_one_kind_widen_and_of_two_kinds_narrow) {
  SampleStore const store(kPosts);
  SearchRequest request;
  request.categories = {"storage", "llm"};
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction"}),
             boost::test_tools::per_element());
  request.since = "2026-02";
  BOOST_TEST(slugs(store.search(request)) == List{"tools"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(dates_are_inclusive_and_leave_undated_posts_out) {
  SampleStore const store(kPosts);
  SearchRequest request;
  request.since = "2026-01-05";
  request.until = "2026-02-11";
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction"}),
             boost::test_tools::per_element());
  request.since.clear();
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_date_option_that_is_none_is_a_usage_error) {
  SampleStore const store(kPosts);
  SearchRequest request;
  request.since = "soon";
  BOOST_CHECK_EXCEPTION((void)store.search(request), Error, [](Error const& error) {
    return error.code() == ErrorCode::usage && !error.hint().empty();
  });
}

BOOST_AUTO_TEST_CASE(an_empty_query_lists_all_posts_newest_first_and_undated_last) {
  SampleStore const store(kPosts);
  BOOST_TEST(slugs(store.search("")) == (List{"http2", "tools", "log-compaction", "undated"}),
             boost::test_tools::per_element());
  SearchRequest request;
  request.sort = SortOrder::oldest;
  BOOST_TEST(slugs(store.search(request)) == (List{"log-compaction", "tools", "http2", "undated"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sorting_by_date_keeps_the_posts_that_match) {
  SampleStore const store(kPosts);
  SearchRequest request;
  request.query = "log";
  request.sort = SortOrder::newest;
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction", "undated"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pages_fit_together) {
  SampleStore const store(kPosts);
  auto const whole = slugs(store.search("log"));
  List pages;
  for (std::size_t offset = 0; offset < whole.size(); ++offset) {
    SearchRequest request;
    request.query = "log";
    request.offset = offset;
    request.limit = 1;
    auto const page = store.search(request);
    BOOST_TEST(page.total == whole.size());
    for (auto const& slug : slugs(page)) pages.push_back(slug);
  }
  BOOST_TEST(pages == whole, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(too_many_words_are_relaxed_and_the_answer_says_so) {
  SampleStore const store(kPosts);
  auto const results = store.search("compaction segments merged unicorns");
  BOOST_TEST(slugs(results).at(0) == "log-compaction");
  BOOST_TEST(results.relaxation == Relaxation::fewer_words);
  BOOST_TEST(results.missing_words == List{"unicorns"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_query_that_nothing_is_about_finds_nothing) {
  SampleStore const store(kPosts);
  for (auto const* const query : {"elasticsearch sharding", "zzzz", "unicorn log"}) {
    BOOST_TEST(store.search(query).hits.empty());
  }
}

BOOST_AUTO_TEST_CASE(code_is_searched_and_shown_when_prose_has_nothing) {
  SampleStore const store(kPosts);
  auto const results = store.search("compact_segments");
  BOOST_REQUIRE(!results.hits.empty());
  BOOST_TEST(results.hits[0].sections.at(0).anchor == "code");
  BOOST_TEST(highlighted(results.hits[0].sections.at(0).snippet) == "compact_segments");
  BOOST_TEST(store.search("code:compact_segments").hits.size() == 1u);
  BOOST_TEST(store.search("code:multiplexes").hits.empty());
}

BOOST_AUTO_TEST_CASE(a_title_match_shows_the_title_and_a_lead) {
  SampleStore const store(kPosts);
  auto const results = store.search("title:injected");
  BOOST_REQUIRE(results.hits.size() == 1u);
  BOOST_TEST(highlighted(results.hits[0].title) == "Injected");
  BOOST_TEST(!results.hits[0].sections.at(0).snippet.text.empty());
}

BOOST_AUTO_TEST_CASE(no_input_raises_an_error) {
  SampleStore const store(kPosts);
  for (auto const& query :
       {std::string("how do I AND"), std::string("\"unclosed"), std::string("(("), std::string(),
        std::string(100'000, 'a'), std::string("\xff\xfe log \xc3"), std::string("* - : ..")}) {
    auto const results = store.search(query);
    BOOST_TEST(results.hits.size() <= 10u);
  }
}

BOOST_AUTO_TEST_CASE(a_word_without_end_finds_nothing_and_says_so) {
  SampleStore const store(kPosts);
  auto const results = store.search(std::string(1'000, 'a'));
  BOOST_TEST(results.hits.empty());
  BOOST_TEST(!results.warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_leading_minus_excludes_even_what_is_a_title) {
  SampleStore const store(kPosts);
  BOOST_TEST(slugs(store.search("-\"Injected arguments\"")).size() == kPosts.size() - 1);
}

BOOST_AUTO_TEST_CASE(a_window_beyond_all_bounds_is_a_usage_error) {
  SampleStore const store(kPosts);
  SearchRequest request;
  request.offset = std::numeric_limits<std::size_t>::max();
  BOOST_CHECK_EXCEPTION((void)store.search(request), Error,
                        [](Error const& error) { return error.code() == ErrorCode::usage; });
}

BOOST_AUTO_TEST_CASE(of_equal_posts_the_newer_comes_first_unless_posts_do_not_age) {
  auto const twin = [](std::string slug, std::string date, std::string category) {
    return SamplePost{
        std::move(slug), "Tar", std::move(date), {std::move(category)}, "<p>Tar keeps ropes dry.</p>"};
  };
  SampleStore const store({twin("old", "Mon, 05 Jan 2015 10:00:00 GMT", "Guides"),
                           twin("new", "Mon, 05 Jan 2026 10:00:00 GMT", "News")});
  BOOST_TEST(slugs(store.search("ropes")) == (List{"new", "old"}), boost::test_tools::per_element());
  RankingWeights weights;
  auto const scores = [&] {
    auto const hits = Searcher(store.layout(), weights).search({.query = "ropes"}, kSampleNow).hits;
    return std::pair{hits.at(0).score, hits.at(1).score};
  };
  BOOST_TEST(scores().first > scores().second);
  weights.evergreen = {"guides"};
  BOOST_TEST(scores().first == scores().second);
  weights.evergreen.clear();
  weights.freshness = 0;
  BOOST_TEST(scores().first == scores().second);
}

BOOST_AUTO_TEST_CASE(phrases_are_found_in_every_language_of_a_store) {
  SamplePost german{
      "luegen", "Messen", "Mon, 05 Jan 2026 10:00:00 GMT", {}, "<p>Das Messgerät zeigt Lügen.</p>"};
  german.language = "de";
  german.site = "notizen.example";
  SampleStore const store({german,
                           {"lies",
                            "Measuring",
                            "Mon, 05 Jan 2026 10:00:00 GMT",
                            {},
                            "<p>The old thermometer lies, say studies.</p>"}});
  for (auto const* const query :
       {"\"thermometer lies\"", "\"lies\"", "\"say studies\"", "thermometer-lies"}) {
    BOOST_TEST(slugs(store.search(query)) == List{"lies"}, boost::test_tools::per_element());
  }
  BOOST_TEST(slugs(store.search("\"zeigt lügen\"")) == List{"luegen"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_place_without_an_anchor_is_linked_by_its_words) {
  std::string const filler =
      "<p>" + std::string(40, 'x') + " Some words before the place that matters, quite a few of them.</p>";
  SampleStore const store(
      {{"long",
        "Without headings",
        "",
        {},
        "<p>It starts here.</p>" + filler + filler +
            "<p>Then a heron stood, in the reeds &amp; waited.</p><p>A heron stood again.</p>"},
       {"top", "At the top", "", {}, "<p>An otter swims.</p>"}});
  auto const landing = [&](char const* query) { return store.search(query).hits.at(0).sections.at(0).url; };
  BOOST_TEST(landing("heron reeds") == "https://notes.example/long#:~:text=heron%20stood%2C%20in%20the");
  BOOST_TEST(landing("otter") == "https://notes.example/top");
}

BOOST_AUTO_TEST_CASE(a_section_of_a_post_without_an_address_has_none_either) {
  ScratchFolder const folder;
  SampleStore const store(folder.write(
      "knots.md", "---\ntitle: Seven knots\n---\nFirst.\n\n## Bowline\n\nThe rabbit comes out.\n"));
  auto const hit = store.search("rabbit").hits.at(0);
  BOOST_TEST(hit.url == "");
  BOOST_TEST(hit.sections.at(0).anchor == "bowline");
  BOOST_TEST(hit.sections.at(0).url == "");
}

BOOST_AUTO_TEST_SUITE_END()
