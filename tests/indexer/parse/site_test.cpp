// Directories of pages and Markdown as one source.
#include "indexer/parse/site.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "tests/indexer/support/site_fixture.h"

using namespace pressmark;

namespace {

std::string page(std::string const& title, std::string const& head = {}) {
  return "<!DOCTYPE html><html><head><title>" + title + "</title>" + head + "</head><body><article><h1>" +
         title + "</h1><p>Some words about it.</p></article></body></html>";
}

std::string canonical(std::string const& url) {
  return "<link rel=canonical href='" + url + "'>";
}

std::vector<std::string> list(std::vector<std::string> const& texts) {
  return texts;
}

std::vector<std::string> lines(std::vector<Problem> const& problems) {
  std::vector<std::string> lines;
  for (auto const& problem : problems) lines.push_back(problem.where + ": " + problem.what);
  return lines;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(site, Site)

BOOST_AUTO_TEST_CASE(gives_pages_and_markdown_and_passes_over_the_rest) {
  files = {{"a.html", page("On awls")},  {"b.md", "# On bits\n\nSpin."},
           {"feed.xml", "<rss/>"},       {"style.css", "p {}"},
           {"README.md", "# Read this"}, {"_layouts/post.html", page("{{ title }}")}};
  auto const report = read();
  BOOST_TEST(titles() == list({"On awls", "On bits"}));
  BOOST_TEST(report.posts == 2u);
  BOOST_TEST(report.skipped == 0u);
  for (auto const& post : posts) BOOST_TEST(post.site == "site");
}

BOOST_AUTO_TEST_CASE(concludes_the_address_of_the_site_from_one_page) {
  struct Case {
    char const* path;
    char const* url;
  };
  for (auto const& [path, url] : {Case{"awls/index.html", "https://tools.example/shop/awls/"},
                                  {"awls/index.html", "https://tools.example/shop/awls"},
                                  {"awls.html", "https://tools.example/shop/awls.html"},
                                  {"awls.html", "https://tools.example/shop/awls"},
                                  {"index.html", "https://tools.example/shop/"}}) {
    files = {{path, page("On awls", canonical(url))}, {"bits/index.html", page("On bits")}};
    read();
    BOOST_TEST_CONTEXT(path << " at " << url) {
      BOOST_TEST(url_of("On bits") == "https://tools.example/shop/bits/");
      for (auto const& post : posts) BOOST_TEST(post.site == "tools.example");
    }
  }
}

BOOST_AUTO_TEST_CASE(leaves_pages_without_an_address_where_none_tells_it) {
  files = {{"awls.html", page("On awls", canonical("https://tools.example/other"))},
           {"bits.html", page("On bits")}};
  read();
  BOOST_TEST(url_of("On awls") == "https://tools.example/other");
  BOOST_TEST(url_of("On bits").empty());
}

BOOST_AUTO_TEST_CASE(keeps_pages_apart_that_all_claim_one_address) {
  auto const home = canonical("https://tools.example/");
  files = {{"awls.html", page("On awls", home)}, {"bits.html", page("On bits", home)}};
  auto const report = read();
  BOOST_REQUIRE_EQUAL(posts.size(), 2u);
  BOOST_TEST(posts[0].guid != posts[1].guid);
  BOOST_TEST(report.problems.size() == 1u);
}

BOOST_AUTO_TEST_CASE(takes_a_page_that_is_there_twice_once) {
  auto const copy = page("On awls", canonical("https://tools.example/awls"));
  files = {{"awls.html", copy}, {"print/awls.html", copy}};
  auto const report = read();
  BOOST_TEST(posts.size() == 1u);
  BOOST_TEST(report.skipped == 1u);
  BOOST_TEST(lines(report.problems) ==
             list({"site/print/awls.html: the item repeats that of site/awls.html"}));
}

BOOST_AUTO_TEST_CASE(counts_what_is_left_out_and_names_each_reason_once) {
  options.now = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};
  files = {{"a.md", "---\ntitle: A\ndraft: true\n---\nx"},
           {"b.md", "---\ntitle: B\ndraft: true\n---\nx"},
           {"c.html", page("On combs", "<meta name=robots content='noindex, follow'>")},
           {"d.html", page("On dies", "<meta property='article:published_time' content='2026-04-01'>")},
           {"e.md", ""},
           {"f.html", "<rss version='2.0'><channel></channel></rss>"},
           {"g.md", "---\ntitle: [G\n---\nx"},
           {"h.html", page("On hammers")}};
  auto const report = read();
  BOOST_TEST(titles() == list({"On hammers"}));
  BOOST_TEST(report.skipped == 7u);
  auto const problems = lines(report.problems);
  BOOST_TEST(problems.size() == 6u);
  BOOST_TEST(problems.at(0) == "site/a.md: the post is a draft (and 1 more file)");
  BOOST_TEST(problems.at(1) == "site/c.html: the page asks not to be indexed (robots: noindex)");
  BOOST_TEST(problems.at(2) == "site/e.md: cannot read site/e.md: Permission denied");
  BOOST_TEST(problems.at(3) == "site/f.html: the file holds neither a page nor Markdown");
  BOOST_TEST(problems.at(4).starts_with("site/g.md"));
  BOOST_TEST(problems.at(5) == "site: an item waits until 2026-04-01T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(lists_no_more_problems_than_anyone_reads) {
  for (int i = 0; i < 150; ++i) {
    auto const name = std::to_string(1000 + i);
    files[name + ".md"] = "---\ntitle: x\nexpiryDate: 2025-01-01\n---\nx";
    files[name + "-broken.md"] = "---\n[" + name + "\n---\nx";
  }
  options.now = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};
  auto const report = read();
  BOOST_TEST(report.skipped == 300u);
  BOOST_TEST(report.problems.size() <= FeedReport::kMaxProblems);
  BOOST_TEST(std::ranges::count(lines(report.problems),
                                "site/1000.md: the post expired on 2025-01-01 (and 149 more files)") == 1);
}

BOOST_AUTO_TEST_CASE(takes_no_built_pages_beside_their_markdown) {
  files = {{"content/awls.md", "# On awls\n\nx"}, {"public/awls/index.html", page("On awls")}};
  read();
  BOOST_TEST(posts.size() == 1u);
  files.erase("content/awls.md");
  read();
  BOOST_TEST(posts.size() == 1u);
}

BOOST_AUTO_TEST_CASE(refuses_a_directory_without_any_page) {
  files = {{"feed.xml", "<rss/>"}};
  BOOST_CHECK_EXCEPTION(read(), Error, [](Error const& error) {
    return error.code() == ErrorCode::bad_source && !error.hint().empty();
  });
}

BOOST_AUTO_TEST_SUITE_END()
