// Exports of Ghost, from its first versions to its last.
#include "indexer/feed/json/ghost_export.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/indexer/support/parsed_source.h"

using namespace pressmark;

namespace {

ParsedSource read(std::string_view text, ParseOptions const& options = {}) {
  return parsed(parse_ghost_export, text, options);
}

std::string export_of(std::string const& tables) {
  return R"({"db":[{"meta":{"version":"5.0.0"},"data":{)" + tables + "}}]}";
}

std::string html_of(std::string const& columns) {
  auto const result =
      read(export_of(R"("posts":[{"id":"1","status":"published","title":"t",)" + columns + "}]"));
  BOOST_REQUIRE(result.posts.size() == 1u);
  return result.posts.front().html;
}

// `document` as the text of a column.
std::string in_quotes(std::string_view document) {
  std::string text = "\"";
  for (char const c : document) text += c == '"' ? std::string("\\\"") : std::string(1, c);
  return text + "\"";
}

using Names = std::vector<std::string>;

constexpr std::string_view kLexical = R"json({"root":{"type":"root","children":[
  {"type":"extended-heading","tag":"h2","children":[{"type":"extended-text","text":"Head","format":0}]},
  {"type":"paragraph","children":[{"type":"text","text":"a < b ","format":1},{"type":"text","text":"x()","format":16},
    {"type":"link","url":"https://example.org/","children":[{"type":"text","text":"here","format":0}]}]},
  {"type":"list","listType":"number","children":[{"type":"listitem","children":[{"type":"text","text":"one"}]}]},
  {"type":"codeblock","language":"cpp","code":"a<b"},{"type":"html","html":"<hr>"},{"type":"signup","header":"Join"}
]}})json";

constexpr std::string_view kMobiledoc = R"json({"version":"0.3.1","atoms":[],
  "cards":[["code",{"code":"a<b"}],["hr",{}]],
  "markups":[["em"],["a",["rel","x","href","https://example.org/"]],["code"]],
  "sections":[[1,"h2",[[0,[],0,"Head"]]],
    [1,"p",[[0,[0],0,"see "],[0,[1],1,"here"],[0,[2],2,"x()"]]],
    [3,"ul",[[[0,[],0,"one"]],[[0,[],0,"two"]]]],[10,0],[10,1],[10,9]]})json";

}  // namespace

BOOST_AUTO_TEST_SUITE(ghost_export)

BOOST_AUTO_TEST_CASE(joins_posts_with_their_tags_and_authors) {
  ParseOptions options;
  options.site = "blog.example";
  auto const [report, posts] = read(export_of(R"(
        "posts":[{"id":"p1","title":" One ","slug":"one","html":"<p><a href=\"__GHOST_URL__/two/\">Text</a></p>",
          "feature_image":"__GHOST_URL__/content/one.png","custom_excerpt":"a & b","status":"published","type":"post",
          "visibility":"public","published_at":"2026-01-24T08:00:00.000Z","updated_at":"2026-01-25 09:00:00","locale":null}],
        "posts_tags":[{"post_id":"p1","tag_id":"t2","sort_order":1},{"post_id":"p1","tag_id":"t1","sort_order":0},
          {"post_id":"p1","tag_id":"t3","sort_order":2},{"post_id":"p2","tag_id":"t1","sort_order":0}],
        "posts_authors":[{"post_id":"p1","author_id":"u2","sort_order":1},{"post_id":"p1","author_id":"u1","sort_order":0}],
        "tags":[{"id":"t1","name":"First"},{"id":"t2","name":"Second"},{"id":"t3","name":"#hidden","visibility":"internal"}],
        "users":[{"id":"u1","name":"Ann"},{"id":"u2","name":"Bo"}],
        "settings":[{"key":"title","value":"A site"},{"key":"locale","value":"en"}])"),
                                    options);
  BOOST_TEST(report.title == "A site");
  BOOST_TEST(report.problems.empty());
  BOOST_REQUIRE(posts.size() == 1u);
  auto const& post = posts[0];
  BOOST_TEST(post.guid == "p1");
  BOOST_TEST(post.site == "blog.example");
  BOOST_TEST(post.title == "One");
  BOOST_TEST(post.url == "https://blog.example/one/");
  BOOST_TEST(post.html == "<p><a href=\"https://blog.example/two/\">Text</a></p>");
  BOOST_TEST(post.image == "https://blog.example/content/one.png");
  BOOST_TEST(post.summary == "a &amp; b");
  BOOST_TEST(post.author == "Ann, Bo");
  BOOST_TEST((post.categories == Names{"First", "Second"}));
  BOOST_TEST(post.language == "en");
  BOOST_TEST(format_rfc3339(post.published.value()) == "2026-01-24T08:00:00Z");
  BOOST_TEST(format_rfc3339(post.updated.value()) == "2026-01-25T09:00:00Z");
}

BOOST_AUTO_TEST_CASE(reads_the_exports_of_the_first_versions) {
  auto const [report, posts] = read(R"({"meta":{"version":"004"},"data":{
      "posts":[{"id":1,"title":"One","slug":"one","html":"<p>x</p>","page":1,"status":"published","author_id":3,
                "published_at":1769241600000,"canonical_url":"https://example.org/one"}],
      "users":[{"id":3,"name":"Ann"}]}})");
  BOOST_REQUIRE(posts.size() == 1u);
  BOOST_TEST(posts[0].guid == "1");
  BOOST_TEST(posts[0].author == "Ann");
  BOOST_TEST(posts[0].url == "https://example.org/one");
  BOOST_TEST(format_rfc3339(posts[0].published.value()) == "2026-01-24T08:00:00Z");
}

BOOST_AUTO_TEST_CASE(gives_only_what_everybody_may_read) {
  using namespace std::chrono;
  ParseOptions options;
  options.now = sys_days{2026y / March / 1};
  auto const [report, posts] = read(export_of(R"("posts":[
      {"id":"1","title":"a","html":"x","status":"draft"},
      {"id":"2","title":"b","html":"x","status":"scheduled","published_at":"2026-05-01T00:00:00Z"},
      {"id":"3","title":"c","html":"x","status":"sent"},
      {"id":"4","title":"d","html":"x","status":"published","visibility":"paid"},
      {"id":"5","title":"e","html":"x","status":"published","visibility":"members"},
      {"id":"6","title":"f","html":"x","status":"published","published_at":"2026-05-01T00:00:00Z"},
      {"id":"7","title":"g","html":"x","status":"published","type":"page","visibility":"public"}])"),
                                    options);
  BOOST_REQUIRE(posts.size() == 1u);
  BOOST_TEST(posts[0].guid == "7");
  BOOST_TEST(report.skipped == 6u);
}

BOOST_AUTO_TEST_CASE(prefers_rendered_html_to_plain_text) {
  BOOST_TEST(html_of("\"plaintext\":\"a < b\"") == "<p>a &lt; b</p>\n");
  BOOST_TEST(html_of("\"html\":\"<p>x</p>\",\"plaintext\":\"y\"") == "<p>x</p>");
}

BOOST_AUTO_TEST_CASE(reads_lexical) {
  auto text = std::string(kLexical);
  std::erase(text, '\n');
  BOOST_TEST(html_of("\"lexical\":" + in_quotes(text)) ==
             "<h2>Head</h2>\n<p>a &lt; b <code>x()</code><a href=\"https://example.org/\">here</a></p>\n"
             "<ol><li>one</li></ol>\n<pre><code class=\"language-cpp\">a&lt;b</code></pre>\n<hr>\n");
}

BOOST_AUTO_TEST_CASE(reads_mobiledoc) {
  auto text = std::string(kMobiledoc);
  std::erase(text, '\n');
  BOOST_TEST(html_of("\"mobiledoc\":" + in_quotes(text)) ==
             "<h2>Head</h2>\n<p>see <a href=\"https://example.org/\">here</a><code>x()</code></p>\n"
             "<ul><li>one</li><li>two</li></ul>\n<pre><code>a&lt;b</code></pre>\n");
}

BOOST_AUTO_TEST_CASE(keeps_the_posts_before_a_break) {
  auto const [report, posts] =
      read(R"({"db":[{"data":{"posts":[{"id":"1","title":"a","status":"published"},{"id")");
  BOOST_TEST(posts.size() == 1u);
  BOOST_TEST(first_problem(report) == "source.json:1:74: the JSON ends before it is complete");
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_ghost_export) {
  for (auto const* const text :
       {"", "[]", "{}", R"({"db":[]})", R"({"db":[{"data":{"tags":[]}}]})", R"({"posts":[]})"}) {
    BOOST_CHECK_EXCEPTION((void)read(text), Error,
                          [](Error const& error) { return error.code() == ErrorCode::bad_source; });
  }
}

BOOST_AUTO_TEST_SUITE_END()
