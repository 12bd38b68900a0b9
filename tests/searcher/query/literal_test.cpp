// Which quoted text is code, and what a literal is compared by.
#include "searcher/query/literal.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace pressmark;

namespace {

char const* const kCode[] = {
    "std::vector<int>", "wsl --shutdown", "max_feed_bytes", "x = 1",     "C++",   "C#",        ".NET",
    "node.js",          "src/main.cpp",   "a->b",           "<table>",   "foo()", "HTTP/2",    "$HOME",
    "key: value;",      "a[0]",           "2>&1",           "user@host", "100%",  "--dry-run", "12:30",
};

char const* const kProse[] = {
    "rename then delete", "write-ahead log",   "don't repeat yourself", "Hello, world!",
    "is it? it is.",      "to be (or not)",    "one — two -- three",    "note: this",
    "first-class",        "end of one. Start",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(literal)

BOOST_DATA_TEST_CASE(signs_of_code_make_code, boost::unit_test::data::make(kCode), text) {
  BOOST_TEST(is_code_like(text));
}

BOOST_DATA_TEST_CASE(signs_of_prose_do_not, boost::unit_test::data::make(kProse), text) {
  BOOST_TEST(!is_code_like(text));
}

BOOST_AUTO_TEST_CASE(literals_differ_in_signs_and_not_in_case_or_space) {
  BOOST_TEST(literal_key("STD::Vector <int>\n  x") == literal_key("std::vector <int> x"));
  BOOST_TEST(literal_key("wsl \xe2\x80\x91shutdown") == "wsl -shutdown");
  BOOST_TEST(literal_key("a::b") != literal_key("a b"));
}

BOOST_AUTO_TEST_SUITE_END()
