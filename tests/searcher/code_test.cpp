// Searching for code: identifiers whole and in parts, symbols that are part of names, and literals.
#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

SamplePost post(std::string slug, std::string title, std::string html) {
  return {std::move(slug), std::move(title), "Mon, 05 Jan 2026 10:00:00 GMT", {}, std::move(html)};
}

std::vector<SamplePost> const kPosts{
    post("templates", "Containers that grow",
         "<p>In C++ a <code>std::vector&lt;int&gt;</code> doubles its room.</p><pre><code>"
         "  1  #include &lt;vector&gt;\n  2  auto x = std::vector&lt;int&gt;{1, 2};</code></pre>"),
    post("letters", "Plain letters", "<p>In C a vector of int is an array, and std is a folder.</p>"),
    post("sharp", "Records", "<p>C# and .NET have records.</p>"),
    post("network", "A net of hosts", "<p>The net is large; a node in js notation is a point.</p>"),
    post("server", "A small server", "<p>With node.js v18.2.1 the port is free again.</p>"),
    post(
        "flags", "Trying before doing",
        "<p>The option <code>--dry-run</code> prints what would be done. It exits with ERR_STREAM_CANCEL.</p>"
        "<pre><code>$ backup --dry-run /srv\n&gt; ok</code></pre>"),
    post("rehearsal", "At the theatre", "<p>A dry run of the play took two hours. Dry, run.</p>"),
    post("markup", "Tables in markup", "<p>Write <code>&lt;table&gt;</code> only for data.</p>"),
    post("dinner", "The table is laid", "<p>We sat around the table until late.</p>"),
    post("limits", "Limits of input", "<p>The setting <code>max_feed_bytes</code> bounds a feed.</p>"),
    post("bytes", "Feed sizes", "<p>At max a feed has some bytes.</p>"),
    post("layout", "Where things are",
         "<pre><code>src\n├── indexer\n│   └── feed_reader.cpp\n└── main.cpp</code></pre><p>Two files.</p>"),
    post("protocol", "Streams", "<p>HTTP/2 has streams, HTTP/1.1 has not.</p>"),
    post("request", "Handlers", "<p>The class InjectedToolCallId marks an argument.</p>"),
    post("prose", "On retries in prose", "<p>We retry a request with backoff, patiently.</p>"),
    post("snippet", "Some code of ours",
         "<pre><code>retry(request, backoff);</code></pre><p>That is all.</p>"),
    post("scan", "Looking at everything", "<p>A scan takes O(n) steps, as I/O does.</p>"),
};

SampleStore const& store() {
  static SampleStore const store(kPosts);
  return store;
}

std::string first(std::string const& query) {
  auto const found = slugs(store().search(query));
  return found.empty() ? "" : found.front();
}

struct Case {
  char const* query;
  char const* slug;
};

Case const kFirst[] = {
    {"C++", "templates"},
    {"C#", "sharp"},
    {".NET", "sharp"},
    {"node.js", "server"},
    {"v18.2.1", "server"},
    {"--dry-run", "flags"},
    {"std::vector", "templates"},
    {"std::vector<int>", "templates"},
    {"<table>", "markup"},
    {"max_feed_bytes", "limits"},
    {"feed_reader.cpp", "layout"},
    {"HTTP/2", "protocol"},
    {"HTTP/1.1", "protocol"},
    {"ERR_STREAM_CANCEL", "flags"},
    {"stream cancel", "flags"},
    {"InjectedToolCallId", "request"},
    {"injected tool call id", "request"},
    {"tool call", "request"},
    {"retry backoff", "prose"},
    {"code:retry", "snippet"},
};

struct Literal {
  char const* query;
  std::vector<std::string> slugs;
};

Literal const kLiterals[] = {
    {"\"std::vector<int>\"", {"templates"}},
    {"\"--dry-run\"", {"flags"}},
    {"\"<table>\"", {"markup"}},
    {"\"max_feed_bytes\"", {"limits"}},
    {"\"feed_bytes\"", {}},  // a part of an identifier is not the identifier
    {"code:\"retry(request\"", {"snippet"}},
    {"code:std::vector", {"templates"}},
    {"\"node.js\"", {"server"}},
    {"\"Two files.\"", {"layout"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(code)

BOOST_DATA_TEST_CASE(the_post_with_the_code_comes_first, boost::unit_test::data::make(kFirst), c) {
  BOOST_TEST(first(c.query) == c.slug);
}

BOOST_DATA_TEST_CASE(quoted_code_finds_only_what_stands_there_sign_by_sign,
                     boost::unit_test::data::make(kLiterals), c) {
  auto found = slugs(store().search(c.query));
  std::sort(found.begin(), found.end());
  BOOST_TEST(found == c.slugs, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(letters_with_signs_between_are_no_function_word) {
  for (auto const* const query : {"O(n)", "o/n", "o n"}) {
    auto const found = slugs(store().search(query));
    BOOST_TEST(found.at(0) == "scan", query);
    BOOST_TEST((std::find(found.begin(), found.end(), "prose") == found.end()), query);
  }
  BOOST_TEST(first("io") == "scan");
}

BOOST_AUTO_TEST_CASE(totals_and_facets_count_what_passed_the_literal) {
  SearchRequest request;
  request.query = "\"--dry-run\"";
  request.facets = true;
  auto const results = store().search(request);
  BOOST_TEST(results.total == 1u);
  BOOST_TEST(results.exact_total);
  BOOST_TEST(results.facets.at("year").at(0).second == 1u);
}

BOOST_AUTO_TEST_CASE(lines_of_trees_prompts_and_line_numbers_are_no_words) {
  for (auto const* const query : {"├──", "│", "\"$ backup\" ├──"}) {
    BOOST_TEST(store().search(query).relaxation == Relaxation::none);
  }
  auto const numbered = store().search("include vector");
  BOOST_REQUIRE(!numbered.hits.empty());
  BOOST_TEST(numbered.hits[0].sections.at(0).snippet.text.find("1 #include") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
