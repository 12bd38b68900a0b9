// Posts that look like markup, and queries that do: what is shown of them is never markup.
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "present/highlight.h"
#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

std::vector<std::string> const kPieces{
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;b&gt;bold&lt;/b&gt;",
    "&amp;lt;i&amp;gt;",
    "a &amp; b",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&quot;quoted&quot;",
    "it's",
    "&lt;/mark&gt;",
    "1 &lt; 2 &gt; 0",
    "&amp;amp;",
    "x]]&gt;y",
    "mark &lt;mark&gt;",
};
std::vector<std::string> const kWords{
    "<script>", "alert(1)", "<b>bold", "\"alert(1)\"", "&lt;i&gt;", "a & b",         "\"<img src\"", "mark",
    "</mark>",  "quoted",   "it's",    "1 < 2",        "x]]>y",     "code:<script>", "onerror*",     "amp"};

std::string pick(std::vector<std::string> const& from, std::mt19937& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + from[random() % from.size()];
  return text;
}

// Empty if `html` is text, references and marks that open and close in turn; else where it is not.
std::string fault_in(std::string_view html) {
  bool is_open = false;
  for (std::size_t at = 0; at < html.size(); ++at) {
    auto const rest = html.substr(at);
    if (html[at] == '<') {
      auto const tag = std::string_view(is_open ? "</mark>" : "<mark>");
      if (!rest.starts_with(tag)) return std::string(rest);
      is_open = !is_open;
      at += tag.size() - 1;
    } else if (html[at] == '>') {
      return std::string(rest);
    } else if (html[at] == '&' && rest.find(';') > 6) {
      return std::string(rest);
    }
  }
  return is_open ? "not closed" : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(escaping)

BOOST_AUTO_TEST_CASE(random_queries_over_posts_that_look_like_markup_show_no_markup) {
  std::mt19937 random(7);
  std::vector<SamplePost> posts;
  for (int i = 0; i < 30; ++i) {
    posts.push_back({"p" + std::to_string(i),
                     pick(kPieces, random, 2),
                     "",
                     {},
                     "<p>" + pick(kPieces, random, 6) + "</p><h2 id=\"h\">" + pick(kPieces, random, 1) +
                         "</h2><p>" + pick(kPieces, random, 4) + "</p><pre><code>" +
                         pick(kPieces, random, 3) + "</code></pre>"});
  }
  SampleStore const store(posts);
  Searcher searcher(store.layout());
  std::size_t marks = 0;
  for (int i = 0; i < 500; ++i) {
    auto const query = pick(kWords, random, 1 + static_cast<int>(random() % 3));
    for (auto const& hit : searcher.search({.query = query}, kSampleNow).hits) {
      BOOST_TEST(fault_in(highlight_html(hit.title)) == "", query);
      for (auto const& section : hit.sections) {
        auto const html = highlight_html(section.snippet);
        BOOST_TEST(fault_in(html) == "", query);
        BOOST_TEST(fault_in(highlight_html(section.heading)) == "", query);
        BOOST_TEST(section.url.find_first_of("<>\"' ") == std::string::npos);
        if (html.find("<mark>") != std::string::npos) ++marks;
      }
    }
  }
  BOOST_TEST(marks > 500U);
}

BOOST_AUTO_TEST_SUITE_END()
