// Addresses that lie under others, and what becomes of them.
#include "common/url/url_prefix.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "common/base/error.h"

using namespace pressmark;

namespace {

struct Case {
  char const* from;
  char const* to;
  char const* url;
  char const* want;  // empty: not covered
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << c.url << " from " << c.from << " to " << c.to;
}

Case const kCases[] = {
    // A whole site.
    {"https://old.example", "https://new.example", "https://old.example/a/b?p=1#c",
     "https://new.example/a/b?p=1#c"},
    {"https://old.example/", "https://new.example", "https://old.example/a", "https://new.example/a"},
    {"https://old.example", "https://new.example", "https://OLD.example:443/a", "https://new.example/a"},
    {"https://old.example", "https://new.example/blog", "https://old.example", "https://new.example/blog"},
    {"https://old.example", "https://new.example", "https://old.example.org/a", ""},
    {"https://old.example", "https://new.example", "https://www.old.example/a", ""},
    {"https://old.example", "https://new.example", "https://old.example:8443/a", ""},
    {"https://old.example", "https://new.example", "http://old.example/a", ""},
    {"https://old.example", "https://new.example", "tag:old.example,2026:1", ""},
    {"https://old.example", "https://new.example", "", ""},
    // Without a scheme: whatever the scheme is.
    {"old.example", "new.example", "http://old.example/a", "http://new.example/a"},
    {"old.example", "https://new.example", "http://old.example/a", "https://new.example/a"},
    {"old.example:8080/x", "new.example", "https://old.example:8080/x/a", "https://new.example/a"},
    // Below a path, at a segment's end only.
    {"old.example/blog", "new.example", "https://old.example/blog/a", "https://new.example/a"},
    {"old.example/blog", "new.example/notes/", "https://old.example/blog/a", "https://new.example/notes/a"},
    {"old.example/blog/", "new.example/notes", "https://old.example/blog/a", "https://new.example/notes/a"},
    {"old.example/blog", "new.example/notes", "https://old.example/blog?p=1",
     "https://new.example/notes?p=1"},
    {"old.example/blog", "new.example", "https://old.example/blogroll", ""},
    {"old.example/blog", "new.example", "https://old.example/Blog/a", ""},
    // One permalink.
    {"https://old.example/a.html", "https://old.example/2026/a/", "https://old.example/a.html",
     "https://old.example/2026/a/"},
    {"https://old.example/a/", "https://old.example/a.html", "https://old.example/a/",
     "https://old.example/a.html"},
    {"https://old.example/?p=1", "https://old.example/a", "https://old.example/?p=1#top",
     "https://old.example/a#top"},
    {"https://old.example/?p=1", "https://old.example/a", "https://old.example/?utm_source=x&p=1",
     "https://old.example/a"},
    {"https://old.example/?p=1", "https://old.example/a", "https://old.example/?p=12", ""},
    {"https://old.example/a", "https://old.example/?p=1", "https://old.example/a",
     "https://old.example/?p=1"},
    {"https://old.example/a", "https://old.example/?p=1", "https://old.example/a/b", ""},
};

char const* const kNoAddresses[] = {"",     "/blog", "https://",         "https:///a", "old example",
                                    "?p=1", "://x",  "old.example#part", "file:///a"};

}  // namespace

BOOST_AUTO_TEST_SUITE(url_prefix)

BOOST_DATA_TEST_CASE(what_lies_under_one_address_goes_under_the_other, kCases, c) {
  UrlPrefix const from(c.from);
  BOOST_TEST(from.replaced(c.url, UrlPrefix(c.to)).value_or("") == c.want);
}

BOOST_DATA_TEST_CASE(what_is_no_address_is_refused, kNoAddresses, text) {
  BOOST_CHECK_EXCEPTION(UrlPrefix{text}, Error, [](Error const& error) {
    return error.code() == ErrorCode::usage && !error.hint().empty();
  });
}

BOOST_AUTO_TEST_CASE(a_prefix_can_lie_under_another) {
  UrlPrefix const site("https://old.example");
  UrlPrefix const blog("https://old.example/blog");
  BOOST_TEST(site.covers(blog));
  BOOST_TEST(!blog.covers(site));
  BOOST_TEST(blog.host() == "old.example");
}

BOOST_AUTO_TEST_SUITE_END()
