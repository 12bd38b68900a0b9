#include "indexer/decode/start_tag.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace pressmark {
namespace {

std::string print(std::string_view text) {
  auto const tag = parse_start_tag(text);
  std::string printed(tag.name);
  for (auto const& [name, value] : tag.attributes) {
    printed.append("|").append(name).append("=").append(value);
  }
  return printed + (tag.is_empty ? "/" : "");
}

BOOST_AUTO_TEST_SUITE(start_tag)

BOOST_AUTO_TEST_CASE(values_stand_in_quotes_or_without) {
  BOOST_TEST(print("<a href=\"x y\" title='it&amp;s' rel=me>") == "a|href=x y|title=it&amp;s|rel=me");
  BOOST_TEST(print("<a  href = x\n hidden>") == "a|href=x|hidden=");
}

BOOST_AUTO_TEST_CASE(a_tag_may_be_empty_or_lack_its_brackets) {
  BOOST_TEST(print("<br/>") == "br/");
  BOOST_TEST(print("figure src=\"a.png\"") == "figure|src=a.png");
  BOOST_TEST(print("").empty());
}

BOOST_AUTO_TEST_CASE(what_is_broken_is_read_as_far_as_it_goes) {
  BOOST_TEST(print("<a title=\"open>") == "a|title=open");
  BOOST_TEST(print("<a 1st=x \"y\" ok=1>") == "a|ok=1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
