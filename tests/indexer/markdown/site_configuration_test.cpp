// Directories of site generators tell the addresses of their posts themselves.
#include "indexer/markdown/site_configuration.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>

#include "tests/indexer/support/site_fixture.h"

using namespace pressmark;

namespace {

constexpr char const* kDated = "---\ntitle: Oil Lamps\ndate: 2024-03-05\ncategories: [Home]\n---\nText";
constexpr char const* kPlain = "---\ntitle: Oil Lamps\n---\nText";

struct Case {
  char const* place;
  char const* settings;
  char const* file;
  char const* text;
  char const* url;
};

std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << c.place << ": " << c.settings << ": " << c.file;
}

constexpr char const* kHugo = "baseURL = 'https://lamps.example/'\ntitle = 'Lamps'\n";
constexpr char const* kJekyll = "url: https://lamps.example\nbaseurl: /blog\n";

Case const kAddresses[] = {
    // Hugo
    {"hugo.toml", kHugo, "content/posts/oil.md", kDated, "https://lamps.example/posts/oil/"},
    {"config.toml", kHugo, "content/posts/My Oil.md", kPlain, "https://lamps.example/posts/my-oil/"},
    {"hugo.yaml", "baseURL: https://lamps.example/x/", "content/oil.md", kPlain,
     "https://lamps.example/x/oil/"},
    {"config.json", "{\"baseurl\": \"https://lamps.example\"}", "content/posts/oil/index.md", kDated,
     "https://lamps.example/posts/oil/"},
    {"config/_default/hugo.toml", kHugo, "content/posts/2024-03-05-oil.md", kDated,
     "https://lamps.example/posts/2024-03-05-oil/"},
    {"hugo.toml", "baseURL = 'https://lamps.example/'\n[permalinks]\nposts = '/:year/:month/:title/'\n",
     "content/posts/oil.md", kDated, "https://lamps.example/2024/03/oil-lamps/"},
    {"hugo.toml", "baseURL = 'https://lamps.example/'\n[permalinks.page]\nposts = '/p/:slug'\n",
     "content/notes/oil.md", kDated, "https://lamps.example/notes/oil/"},
    {"hugo.yaml", "baseURL: https://lamps.example/\npermalinks: {page: {posts: '/p/:slug/'}}",
     "content/posts/deep/oil.md", kDated, "https://lamps.example/p/oil-lamps/"},
    {"hugo.toml", "baseURL = 'https://lamps.example/'\nuglyURLs = true\n", "content/posts/oil.md", kDated,
     "https://lamps.example/posts/oil.html"},
    {"hugo.toml", kHugo, "content/posts/oil.de.md", kDated, "https://lamps.example/de/posts/oil/"},
    {"hugo.toml", kHugo, "content/posts/oil.en.md", kDated, "https://lamps.example/posts/oil/"},
    {"hugo.toml", "baseURL = '/'\n", "content/posts/oil.md", kDated, ""},
    // Zola
    {"config.toml", "base_url = 'https://lamps.example'", "content/blog/2024-03-05-oil.md", kPlain,
     "https://lamps.example/blog/oil/"},
    // Jekyll
    {"_config.yml", kJekyll, "_posts/2024-03-05-oil.md", kDated,
     "https://lamps.example/blog/home/2024/03/05/oil.html"},
    {"_config.yml", kJekyll, "garden/_posts/2024-03-05-oil.md", kPlain,
     "https://lamps.example/blog/garden/2024/03/05/oil.html"},
    {"_config.yml", kJekyll, "about.md", kPlain, "https://lamps.example/blog/about.html"},
    {"_config.yml", "url: https://lamps.example\npermalink: pretty\n", "_posts/2024-03-05-oil.md", kPlain,
     "https://lamps.example/2024/03/05/oil/"},
    {"_config.yml", "url: https://lamps.example\npermalink: /:year/:title/\n", "shop/about.md", kPlain,
     "https://lamps.example/shop/about/"},
    {"_config.yml", "url: https://lamps.example\npermalink: /:year/:title\n", "_docs/lamp.md", kPlain,
     "https://lamps.example/docs/lamp"},
    {"_config.yml", "url: https://lamps.example\npermalink: none\n", "shop/index.md", kPlain,
     "https://lamps.example/shop/"},
    {"_config.yml",
     "url: https://lamps.example\ndefaults:\n- scope: {path: '', type: posts}\n  values: {permalink: "
     "'/p/:title/'}\n",
     "_posts/2024-03-05-oil.md", kPlain, "https://lamps.example/p/oil/"},
    {"_config.yml",
     "url: https://lamps.example\ndefaults:\n- scope: {path: '', type: posts}\n  values: {permalink: "
     "'/p/:title/'}\n",
     "about.md", kPlain, "https://lamps.example/about.html"},
    // Where generators do not look
    {"theme-demo/hugo.toml", kHugo, "content/posts/oil.md", kDated, ""},
    {"config.toml", "[server]\nport = 80\n", "content/posts/oil.md", kDated, ""},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(site_configuration, Site)

BOOST_DATA_TEST_CASE(tells_the_addresses, boost::unit_test::data::make(kAddresses), c) {
  files = {{c.place, c.settings}, {c.file, c.text}};
  auto const report = read();
  BOOST_TEST_REQUIRE(posts.size() == 1u);
  BOOST_TEST(posts[0].url == c.url);
  BOOST_TEST(posts[0].site == (posts[0].url.empty() ? "site" : "lamps.example"));
  BOOST_TEST(report.problems.empty());
}

BOOST_AUTO_TEST_CASE(gives_way_to_what_the_caller_knows) {
  files = {{"_config.yml", "url: https://lamps.example\npermalink: pretty\n"},
           {"_posts/2024-03-05-oil.md", kPlain}};
  options.layout.base_url = "https://staging.example/";
  options.layout.permalink = "/:title";
  read();
  BOOST_TEST(posts.at(0).url == "https://staging.example/oil");
}

BOOST_AUTO_TEST_CASE(keeps_posts_where_it_cannot_be_read) {
  files = {{"hugo.toml", "baseURL = 'https://lamps.example'\nbroken\n"}, {"content/oil.md", kPlain}};
  auto const report = read();
  BOOST_TEST(posts.size() == 1u);
  BOOST_TEST_REQUIRE(report.problems.size() == 1u);
  BOOST_TEST(report.problems[0].where == "site/hugo.toml:2");
  BOOST_TEST(report.skipped == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
