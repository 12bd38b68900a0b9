// Identifiers made from text.
#include "common/base/hash.h"

#include <boost/test/unit_test.hpp>

#include "common/base/post.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(hash)

// Archives on disk hold such values: if this case fails, the function is wrong, not the case.
BOOST_AUTO_TEST_CASE(keeps_its_values_for_ever) {
  BOOST_TEST(stable_hash({}) == "e3b0c44298fc1c149afbf4c8996fb924");
  BOOST_TEST(stable_hash({"example.org", "post-1"}) == "8142b3a19a42505ac6834f4196fa2331");
  BOOST_TEST(first_bits(stable_hash({"example.org", "post-1"})) == 0x8142b3a19a42505aU);
}

BOOST_AUTO_TEST_CASE(depends_on_where_one_part_ends_and_the_next_begins) {
  BOOST_TEST(stable_hash({"ab", "c"}) != stable_hash({"a", "bc"}));
  BOOST_TEST(stable_hash({"ab"}) != stable_hash({"ab", ""}));
}

BOOST_AUTO_TEST_CASE(tells_bytes_apart_that_text_functions_would_not) {
  using namespace std::string_view_literals;
  BOOST_TEST(stable_hash({"a\0b"sv}) != stable_hash({"a"sv}));
}

BOOST_AUTO_TEST_CASE(identifies_a_post_by_site_and_guid) {
  BOOST_TEST(post_id("example.org", "post-1") == stable_hash({"example.org", "post-1"}));
  BOOST_TEST(post_id("example.org", "post-1") != post_id("example.net", "post-1"));
}

BOOST_AUTO_TEST_SUITE_END()
