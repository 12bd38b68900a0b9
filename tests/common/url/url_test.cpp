// Splitting, resolving and comparing URLs.
#include "common/url/url.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace pressmark;

namespace {

struct Case {
  std::string_view input;
  std::string_view want;
};

// RFC 3986 §5.4: what references mean in a document at this address.
constexpr std::string_view kBase = "http://a/b/c/d;p?q";
constexpr Case kReferences[] = {
    {"g:h", "g:h"},
    {"g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/g/"},
    {"/g", "http://a/g"},
    {"//g", "http://g"},
    {"?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q#s"},
    {"g?y#s", "http://a/b/c/g?y#s"},
    {";x", "http://a/b/c/;x"},
    {"", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/"},
    {"..", "http://a/b/"},
    {"../g", "http://a/b/g"},
    {"../..", "http://a/"},
    {"../../../g", "http://a/g"},
    {"/./g", "http://a/g"},
    {"/../g", "http://a/g"},
    {"g.", "http://a/b/c/g."},
    {"..g", "http://a/b/c/..g"},
    {"./g/.", "http://a/b/c/g/"},
    {"g/../h", "http://a/b/c/h"},
    {"g;x=1/../y", "http://a/b/c/y"},
    {"g?y/../x", "http://a/b/c/g?y/../x"},
    {"http:g", "http:g"},
};

constexpr Case kCanonical[] = {
    {"HTTPS://Example.ORG", "https://example.org/"},
    {"https://example.org:443/a", "https://example.org/a"},
    {"http://example.org:80/a", "http://example.org/a"},
    {"http://example.org:/a", "http://example.org/a"},
    {"http://example.org:443/a", "http://example.org:443/a"},
    {"https://Ann:Pw@example.org/A", "https://Ann:Pw@example.org/A"},
    {"https://[2001:DB8::1]:443/", "https://[2001:db8::1]/"},
    {"https://example.org/a/./b/../c", "https://example.org/a/c"},
    {"https://example.org/a//b", "https://example.org/a//b"},
    {"https://example.org/a/", "https://example.org/a/"},
    {"https://example.org/a#part", "https://example.org/a"},
    {"https://example.org/a?utm_source=rss&id=7&utm_medium=feed", "https://example.org/a?id=7"},
    {"https://example.org/?p=12&fbclid=x&GCLID=y", "https://example.org/?p=12"},
    {"https://example.org/a?utm_source=rss", "https://example.org/a"},
    {"https://example.org/a?", "https://example.org/a"},
    {"https://example.org/@a/b-1f?source=rss-b1f3------2", "https://example.org/@a/b-1f"},
    {"https://example.org/a?source=rss", "https://example.org/a?source=rss"},
    {"https://example.org/?utmost=1", "https://example.org/?utmost=1"},
    {"mailto:ann@example.org", "mailto:ann@example.org"},
    {"/only/a/path", "/only/a/path"},
};

constexpr Case kHosts[] = {
    {"https://www.Example.org:8080/a", "example.org"},
    {"http://ann@blog.example.org", "blog.example.org"},
    {"https://[::1]:80/", "[::1]"},
    {"//cdn.example.org/x", "cdn.example.org"},
    {"https://www.com/", "www.com"},
    {"/path", ""},
    {"mailto:ann@example.org", ""},
    {"", ""},
};

constexpr Case kSlugs[] = {
    {"https://example.org/2026/04/engine-single-brain/index.html", "engine-single-brain"},
    {"https://example.org/2026/04/engine-single-brain", "engine-single-brain"},
    {"https://example.org/notes/cache.PHP?p=1#top", "cache"},
    {"https://example.org/why-node.js/", "why-node.js"},
    {"https://example.org/caf%C3%A9", "café"},
    {"https://example.org/caf%E9-%zz", "caf%E9-%zz"},
    {"https://example.org/blog/2026/04/", "blog"},
    {"https://example.org/2026/", ""},
    {"https://example.org", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(url)

BOOST_AUTO_TEST_CASE(splits_into_the_parts_of_rfc_3986) {
  auto const url = split_url("HTTP://ann@Example.org:80/a/b?c=d?e#f#g");
  BOOST_TEST(url.scheme == "http");
  BOOST_TEST(url.authority == "ann@Example.org:80");
  BOOST_TEST(url.path == "/a/b");
  BOOST_TEST(url.query == "c=d?e");
  BOOST_TEST(url.fragment == "f#g");
}

BOOST_AUTO_TEST_CASE(tells_an_absent_part_from_an_empty_one) {
  BOOST_TEST(split_url("file:///etc").has_authority);
  BOOST_TEST(!split_url("file:/etc").has_authority);
  BOOST_TEST(split_url("/a?").has_query);
  BOOST_TEST(!split_url("/a").has_query);
  BOOST_TEST(split_url("/a#").has_fragment);
  for (auto const text : {"file:///etc", "file:/etc", "/a?", "/a", "/a#", "//h", "", "?", "1:2", "a:b"}) {
    BOOST_TEST(join_url(split_url(text)) == text);
  }
}

BOOST_AUTO_TEST_CASE(resolves_references_as_the_rfc_shows) {
  for (auto const& c : kReferences) {
    BOOST_TEST_CONTEXT("reference " << c.input) {
      BOOST_TEST(resolve_url(kBase, c.input) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(resolves_from_a_bare_host) {
  BOOST_TEST(resolve_url("https://example.org", "about") == "https://example.org/about");
  BOOST_TEST(resolve_url("https://example.org", "#top") == "https://example.org#top");
}

BOOST_AUTO_TEST_CASE(leaves_a_reference_alone_without_an_absolute_base) {
  BOOST_TEST(resolve_url("", "/a/../b") == "/a/../b");
  BOOST_TEST(resolve_url("/c", "a") == "a");
}

BOOST_AUTO_TEST_CASE(gives_spellings_of_one_address_one_form) {
  for (auto const& c : kCanonical) {
    BOOST_TEST_CONTEXT(c.input) {
      BOOST_TEST(canonical_url(c.input) == c.want);
      BOOST_TEST(canonical_url(c.want) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(names_the_host) {
  for (auto const& c : kHosts) {
    BOOST_TEST_CONTEXT(c.input) {
      BOOST_TEST(url_host(c.input) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(finds_the_segment_that_says_something) {
  for (auto const& c : kSlugs) {
    BOOST_TEST_CONTEXT(c.input) {
      BOOST_TEST(url_slug(c.input) == c.want);
    }
  }
}

BOOST_AUTO_TEST_CASE(ends_at_the_boundary_of_a_segment) {
  std::string const url = "https://example.org/2026/rename/";
  for (auto const* path : {"rename", "/rename", "2026/rename/", "example.org/2026/rename", url.c_str()}) {
    BOOST_TEST(url_ends_with(url, path), path);
  }
  for (auto const* path : {"", "/", "name", "26/rename", "2026", "https://example.org/2026/rename/x"}) {
    BOOST_TEST(!url_ends_with(url, path), path);
  }
}

BOOST_AUTO_TEST_CASE(links_only_to_the_web) {
  for (auto const text : {"http://example.org", "HTTPS://example.org/a"}) BOOST_TEST(is_web_url(text), text);
  for (auto const text : {"javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "/a",
                          "//example.org", "http:", "http:///a", "https://:80/", ""}) {
    BOOST_TEST(!is_web_url(text), text);
  }
}

BOOST_AUTO_TEST_CASE(a_text_directive_follows_the_fragment_and_is_escaped) {
  BOOST_TEST(link_to_words("https://a.example/p", "one-way, two") ==
             "https://a.example/p#:~:text=one%2Dway%2C%20two");
  BOOST_TEST(link_to_words("https://a.example/p#x", "é") == "https://a.example/p#x:~:text=%C3%A9");
  BOOST_TEST(link_to_words("https://a.example/p", "") == "https://a.example/p");
  BOOST_TEST(without_text_directive("https://a.example/p#:~:text=one") == "https://a.example/p");
  BOOST_TEST(without_text_directive("https://a.example/p#x:~:text=one") == "https://a.example/p#x");
  BOOST_TEST(without_text_directive("https://a.example/p#x") == "https://a.example/p#x");
}

BOOST_AUTO_TEST_SUITE_END()
