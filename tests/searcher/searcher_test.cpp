// Searching a store as its users do: feeds in, ranked posts with sections and highlights out.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include "common/base/error.h"
#include "common/base/utf8.h"
#include "operations/index_sources.h"
#include "searcher/searcher.h"

using namespace pressmark;

namespace {

Timestamp const kNow = parse_date("2026-04-10T12:00:00Z").value();

struct Item {
  std::string slug;
  std::string title;
  std::string date;
  std::string categories;  // <category> elements
  std::string html;
};

// A store made of items, gone at the end of the test.
class Store {
 public:
  explicit Store(std::vector<Item> const& items)
      : root_(std::filesystem::temp_directory_path() /
              ("pressmark-searcher-" + std::to_string(getpid()) + "-" + std::to_string(++count_))) {
    std::filesystem::create_directories(root_);
    auto const feed = root_ / "feed.xml";
    std::ofstream out(feed);
    out << "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
           "<title>Notes</title><link>https://notes.example/</link><language>en</language>";
    for (auto const& item : items) {
      out << "<item><title><![CDATA[" << item.title << "]]></title><link>https://notes.example/" << item.slug
          << "</link><guid>" << item.slug << "</guid><pubDate>" << item.date << "</pubDate>" << item.categories
          << "<content:encoded><![CDATA[" << item.html << "]]></content:encoded></item>";
    }
    out << "</channel></rss>";
    out.close();
    index_sources({root_ / "store"}, {feed.string()}, {}, kNow);
  }
  ~Store() { std::filesystem::remove_all(root_); }
  Store(Store const&) = delete;
  Store& operator=(Store const&) = delete;

  [[nodiscard]] SearchResults search(SearchRequest const& request) const {
    return Searcher({root_ / "store"}).search(request, kNow);
  }
  [[nodiscard]] SearchResults search(std::string const& query) const {
    SearchRequest request;
    request.query = query;
    return search(request);
  }

 private:
  static inline int count_ = 0;
  std::filesystem::path root_;
};

std::vector<Item> const kItems{
    {"log-compaction", "Compaction of a write-ahead log", "Mon, 05 Jan 2026 10:00:00 GMT",
     "<category>Storage</category><category>Go</category>",
     "<p>A log that only grows fills the disk.</p><h2 id=\"why\">Why compaction</h2><p>Old segments are read, merged "
     "and written once more. The trick is to rename then delete.</p><h2 id=\"code\">The code</h2>"
     "<pre><code>func compact_segments(dir string) error</code></pre><p>Retries are bounded.</p>"},
    {"http2", "What HTTP/2 changed", "Tue, 03 Mar 2026 08:00:00 GMT", "<category>WebDev</category>",
     "<p>A façade in front of many streams. The protocol HTTP/2 multiplexes.</p>"
     "<h2 id=\"streams\">Streams</h2><p>Each stream has a number; back‑pressure is per stream.</p>"},
    {"tools", "Injected arguments", "Wed, 11 Feb 2026 08:00:00 GMT",
     "<category>webdev</category><category>LLM</category>",
     "<h2 id=\"ids\">Identifiers</h2><p>Mark the argument with <code>InjectedToolCallId</code> and the schema "
     "leaves it out. The log has a line for each call.</p>"},
    {"undated", "A page without a date", "", "", "<p>Nobody knows when this was written about a log.</p>"},
};

std::vector<std::string> slugs(SearchResults const& results) {
  std::vector<std::string> found;
  for (auto const& hit : results.hits) found.push_back(hit.url.substr(hit.url.rfind('/') + 1));
  return found;
}

std::string highlighted(HighlightedText const& text) {
  std::string words;
  for (auto const& range : text.highlights) {
    words += (words.empty() ? "" : "|") + text.text.substr(range.begin, range.end - range.begin);
  }
  return words;
}

using List = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(searcher)

BOOST_AUTO_TEST_CASE(the_best_section_comes_with_its_anchor_and_highlights) {
  Store const store(kItems);
  auto const results = store.search("rename delete segments");
  BOOST_REQUIRE(results.hits.size() == 1u);
  auto const& hit = results.hits[0];
  BOOST_TEST(hit.sections.at(0).anchor == "why");
  BOOST_TEST(hit.sections.at(0).url == "https://notes.example/log-compaction#why");
  BOOST_TEST(hit.sections.at(0).heading.text == "Why compaction");
  BOOST_TEST(highlighted(hit.sections.at(0).snippet) == "segments|rename|delete");
}

BOOST_AUTO_TEST_CASE(spellings_of_one_word_give_one_list) {
  Store const store(kItems);
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
  Store const store(kItems);
  BOOST_TEST(slugs(store.search("\"rename then delete\"")) == List{"log-compaction"}, boost::test_tools::per_element());
  BOOST_TEST(store.search("\"delete then rename\"").hits.empty());
  auto const hit = store.search("\"rename then delete\"").hits.at(0);
  BOOST_TEST(highlighted(hit.sections.at(0).snippet) == "rename then delete");
}

BOOST_AUTO_TEST_CASE(a_phrase_does_not_cross_blocks) {
  Store const store(kItems);
  BOOST_TEST(store.search("\"disk why compaction\"").hits.empty());
}

BOOST_AUTO_TEST_CASE(an_exact_title_comes_first_whatever_it_holds) {
  Store const store(kItems);
  for (auto const& item : kItems) {
    BOOST_TEST(slugs(store.search(item.title)).at(0) == item.slug);
  }
}

BOOST_AUTO_TEST_CASE(an_excluded_word_keeps_posts_out_and_is_never_highlighted) {
  Store const store(kItems);
  auto const results = store.search("log -rename");
  for (auto const& hit : results.hits) {
    BOOST_TEST(hit.url.find("log-compaction") == std::string::npos);
    for (auto const& section : hit.sections) BOOST_TEST(highlighted(section.snippet) == "log");
  }
  BOOST_TEST(results.total == 2u);
}

BOOST_AUTO_TEST_CASE(category_filters_ignore_case) {
  Store const store(kItems);
  for (auto const* const name : {"WebDev", "webdev", "WEBDEV", "Web Dev"}) {
    SearchRequest request;
    request.categories = {name};
    BOOST_TEST(slugs(store.search(request)) == (List{"http2", "tools"}), boost::test_tools::per_element());
  }
  BOOST_TEST(slugs(store.search("category:llm log")) == List{"tools"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(filters_of_one_kind_widen_and_of_two_kinds_narrow) {
  Store const store(kItems);
  SearchRequest request;
  request.categories = {"storage", "llm"};
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction"}), boost::test_tools::per_element());
  request.since = "2026-02";
  BOOST_TEST(slugs(store.search(request)) == List{"tools"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(dates_are_inclusive_and_leave_undated_posts_out) {
  Store const store(kItems);
  SearchRequest request;
  request.since = "2026-01-05";
  request.until = "2026-02-11";
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction"}), boost::test_tools::per_element());
  request.since.clear();
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_date_option_that_is_none_is_a_usage_error) {
  Store const store(kItems);
  SearchRequest request;
  request.since = "soon";
  BOOST_CHECK_EXCEPTION((void)store.search(request), Error,
                        [](Error const& error) { return error.code() == ErrorCode::usage && !error.hint().empty(); });
}

BOOST_AUTO_TEST_CASE(an_empty_query_lists_all_posts_newest_first_and_undated_last) {
  Store const store(kItems);
  BOOST_TEST(slugs(store.search("")) == (List{"http2", "tools", "log-compaction", "undated"}),
             boost::test_tools::per_element());
  SearchRequest request;
  request.sort = SortOrder::oldest;
  BOOST_TEST(slugs(store.search(request)) == (List{"log-compaction", "tools", "http2", "undated"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sorting_by_date_keeps_the_posts_that_match) {
  Store const store(kItems);
  SearchRequest request;
  request.query = "log";
  request.sort = SortOrder::newest;
  BOOST_TEST(slugs(store.search(request)) == (List{"tools", "log-compaction", "undated"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pages_fit_together) {
  Store const store(kItems);
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
  Store const store(kItems);
  auto const results = store.search("compaction segments merged unicorns");
  BOOST_TEST(slugs(results).at(0) == "log-compaction");
  BOOST_TEST((results.relaxation == Relaxation::fewer_words));
  BOOST_TEST(results.missing_words == List{"unicorns"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_query_that_nothing_is_about_finds_nothing) {
  Store const store(kItems);
  for (auto const* const query : {"elasticsearch sharding", "zzzz", "unicorn log"}) {
    BOOST_TEST(store.search(query).hits.empty());
  }
}

BOOST_AUTO_TEST_CASE(code_is_searched_and_shown_when_prose_has_nothing) {
  Store const store(kItems);
  auto const results = store.search("compact_segments");
  BOOST_REQUIRE(!results.hits.empty());
  BOOST_TEST(results.hits[0].sections.at(0).anchor == "code");
  BOOST_TEST(highlighted(results.hits[0].sections.at(0).snippet) == "compact_segments");
  BOOST_TEST(store.search("code:compact_segments").hits.size() == 1u);
  BOOST_TEST(store.search("code:multiplexes").hits.empty());
}

BOOST_AUTO_TEST_CASE(a_title_match_shows_the_title_and_a_lead) {
  Store const store(kItems);
  auto const results = store.search("title:injected");
  BOOST_REQUIRE(results.hits.size() == 1u);
  BOOST_TEST(highlighted(results.hits[0].title) == "Injected");
  BOOST_TEST(!results.hits[0].sections.at(0).snippet.text.empty());
}

BOOST_AUTO_TEST_CASE(no_input_raises_an_error) {
  Store const store(kItems);
  for (auto const& query : {std::string("how do I AND"), std::string("\"unclosed"), std::string("(("), std::string(),
                            std::string(100'000, 'a'), std::string("\xff\xfe log \xc3"), std::string("* - : ..")}) {
    auto const results = store.search(query);
    BOOST_TEST(results.hits.size() <= 10u);
  }
}

BOOST_AUTO_TEST_SUITE_END()
