#include "common/strings/text_list.h"

#include <boost/test/unit_test.hpp>
#include <vector>

namespace pressmark {
namespace {

BOOST_AUTO_TEST_SUITE(text_list)

BOOST_AUTO_TEST_CASE(separators_stand_between_items_only) {
  using Items = std::vector<std::string>;
  BOOST_TEST(join(Items{}).empty());
  BOOST_TEST(join(Items{"a"}) == "a");
  BOOST_TEST(join(Items{"a", "b", "c"}) == "a, b, c");
  BOOST_TEST(join(Items{"a", "", "c"}, " · ") == "a ·  · c");
  BOOST_TEST(join(Items{"", "b"}) == "b");
}

BOOST_AUTO_TEST_CASE(an_item_is_appended_after_a_separator_unless_it_is_the_first) {
  std::string list;
  append_item(list, "a", " ");
  append_item(list, "b", " ");
  BOOST_TEST(list == "a b");
}

BOOST_AUTO_TEST_CASE(one_thing_is_counted_in_the_singular) {
  BOOST_TEST(counted(0, "post") == "0 posts");
  BOOST_TEST(counted(1, "post") == "1 post");
  BOOST_TEST(counted(2, "post") == "2 posts");
  BOOST_TEST(counted(1, "search", "searches") == "1 search");
  BOOST_TEST(counted(2, "search", "searches") == "2 searches");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace pressmark
