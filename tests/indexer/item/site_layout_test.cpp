// The conventions of its generator say what a file of a site is.
#include "indexer/item/site_layout.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Case {
  char const* path;
  FileKind want;
};

Case const kFiles[] = {
    {"index.html", FileKind::html_page},
    {"notes/lamp/index.html", FileKind::html_page},
    {"notes/lamp.htm", FileKind::html_page},
    {"_posts/2024-03-05-lamp.md", FileKind::markdown},
    {"content/posts/lamp.Markdown", FileKind::markdown},
    {"content/posts/index.md", FileKind::markdown},
    {"src/content/blog/lamp.mdx", FileKind::markdown},
    {"content/posts/_index.md", FileKind::none},
    {"content/posts/_index.de.md", FileKind::none},
    {"README.md", FileKind::none},
    {"posts/readme.markdown", FileKind::none},
    {"404.html", FileKind::none},
    {"_drafts/lamp.md", FileKind::none},
    {"_layouts/post.html", FileKind::none},
    {"layouts/partials/head.html", FileKind::none},
    {"node_modules/x/docs/lamp.md", FileKind::none},
    {".git/lamp.md", FileKind::none},
    {"posts/.lamp.md", FileKind::none},
    {"posts/lamp.txt", FileKind::none},
    {"posts/lamp", FileKind::none},
    {"", FileKind::none},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(site_layout)

BOOST_DATA_TEST_CASE(files_are_pages_markdown_or_nothing, boost::unit_test::data::make(kFiles), c) {
  BOOST_TEST(file_kind(c.path) == c.want);
}

BOOST_AUTO_TEST_CASE(pages_have_addresses_below_the_base) {
  SiteLayout const layout{"/srv/site/", "https://example.org/blog/", ""};
  BOOST_TEST(page_address(layout, "/srv/site/notes/lamp.html") == "https://example.org/blog/notes/lamp.html");
  BOOST_TEST(page_address(layout, "/srv/site/notes/index.html") == "https://example.org/blog/notes/");
  BOOST_TEST(page_address(layout, "/srv/site/index.html") == "https://example.org/blog/");
  BOOST_TEST(page_address(layout, "/srv/site/öl lamp.html") ==
             "https://example.org/blog/%C3%B6l%20lamp.html");
  BOOST_TEST(page_address({"/srv/site", "", ""}, "/srv/site/a.html") == "");
}

BOOST_AUTO_TEST_CASE(files_elsewhere_are_known_by_their_name) {
  BOOST_TEST(path_below_root({"/srv/site", "", ""}, "/srv/other/a.md") == "a.md");
  BOOST_TEST(path_below_root({}, "some/where/a.md") == "a.md");
  BOOST_TEST(path_below_root({"./site", "", ""}, "site/x/a.md") == "x/a.md");
}

BOOST_AUTO_TEST_CASE(a_site_without_address_is_called_by_its_folder) {
  BOOST_TEST(site_name({"/srv/notes/", "", ""}, "/srv/notes/a.md") == "notes");
  BOOST_TEST(site_name({}, "some/a.md") == "a");
}

BOOST_AUTO_TEST_SUITE_END()
