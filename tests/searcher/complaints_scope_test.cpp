// What readers complain about in other search engines, as far as it concerns what is searched at all: every
// part of every post of every blog. complaints_test.cpp has what they say about finding it.
//
// only titles and excerpts are searched  every_part_of_a_post_is_searched
// long posts are searched in part        the_last_word_of_a_long_post_is_found
// only the newest posts are searched     index_sources_test: posts_that_left_the_feed_stay_in_the_index
//                                        every_post_of_a_large_archive_is_counted_and_reached
// several blogs are not searched as one  blogs_are_searched_together_or_one_at_a_time
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

SamplePost post(std::string slug, std::string title, std::string html) {
  return {std::move(slug), std::move(title), "", {}, std::move(html)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(complaints_scope)

BOOST_AUTO_TEST_CASE(every_part_of_a_post_is_searched) {
  SampleStore const parts(
      {{"parts",
        "Intitle",
        "",
        {"Incategory"},
        "<p>Inprose <em>inem</em>phasis.</p><h3>Inheading</h3><ul><li>Initem</li></ul>"
        "<table><tr><td>Incell</td></tr></table><blockquote>Inquotation</blockquote>"
        "<pre><code>incode()</code></pre><figure><img src=\"a.png\" alt=\"A drawing of inalternative\">"
        "<figcaption>Incaption</figcaption></figure>",
        "Inauthor"},
       post("other", "Other", "<p>Nothing of it.</p>")});
  for (auto const* const word :
       {"intitle", "incategory", "inprose", "inemphasis", "inheading", "initem", "incell", "inquotation",
        "incode", "inalternative", "incaption", "author:inauthor"}) {
    BOOST_TEST_CONTEXT(word) {
      auto const results = parts.search(word);
      BOOST_TEST(slugs(results) == List{"parts"}, boost::test_tools::per_element());
      BOOST_TEST(results.relaxation == Relaxation::none);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_last_word_of_a_long_post_is_found) {
  std::string html;
  for (int i = 0; i < 4'000; ++i)
    html += "<p>Paragraph " + std::to_string(i) + " says one thing or another.</p>";
  SampleStore const long_post({post("long", "Everything", html + "<p>At the end stands an armadillo.</p>")});
  auto const hit = long_post.search("armadillo").hits.at(0);
  BOOST_TEST(highlighted(hit.sections.at(0).snippet) == "armadillo");
}

BOOST_AUTO_TEST_CASE(every_post_of_a_large_archive_is_counted_and_reached) {
  std::vector<SamplePost> posts;
  for (int i = 0; i < 700; ++i) {
    auto const number = std::to_string(i);
    posts.push_back(
        post("p" + number, "Day " + number, "<p>A walk along the river, the " + number + ".</p>"));
  }
  SampleStore const archive(posts);
  std::set<std::string> reached;
  for (std::size_t offset = 0; offset < posts.size(); offset += 50) {
    auto const page = archive.search(SearchRequest{.query = "river", .offset = offset, .limit = 50});
    BOOST_TEST(page.total == posts.size());
    BOOST_TEST(page.exact_total);
    for (auto const& slug : slugs(page)) reached.insert(slug);
  }
  BOOST_TEST(reached.size() == posts.size());
}

BOOST_AUTO_TEST_CASE(blogs_are_searched_together_or_one_at_a_time) {
  auto mine = post("mine", "Dye", "<p>Indigo on wool.</p>");
  auto theirs = post("theirs", "Colours", "<p>Indigo on linen.</p>");
  theirs.site = "friends.example";
  SampleStore const blogs({mine, theirs});
  BOOST_TEST(blogs.search("indigo").total == 2U);
  BOOST_TEST(slugs(blogs.search("indigo site:friends.example")) == List{"theirs"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
