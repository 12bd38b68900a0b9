// What sites repeat, packed.
#include "common/index/boilerplate.h"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(boilerplate)

BOOST_AUTO_TEST_CASE(what_is_packed_is_unpacked) {
  Boilerplate const cases[] = {
      {},
      {.last_sampled_id = "0908", .shingles = {}},
      {.last_sampled_id = "", .shingles = {0, 1, 77, std::numeric_limits<std::uint64_t>::max()}},
  };
  for (auto const& boilerplate : cases) {
    auto const unpacked = unpack_boilerplate(pack_boilerplate(boilerplate));
    BOOST_REQUIRE(unpacked.has_value());
    BOOST_TEST((*unpacked == boilerplate));
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_nothing) {
  auto const packed = pack_boilerplate({.last_sampled_id = "0908", .shingles = {5, 1'000'000'000'000}});
  for (std::size_t size = 0; size < packed.size(); ++size)
    BOOST_TEST(!unpack_boilerplate(packed.substr(0, size)).has_value(), size);
  BOOST_TEST(!unpack_boilerplate(packed + '\0').has_value());
  auto another = packed;
  another.front() = 2;  // a later version
  BOOST_TEST(!unpack_boilerplate(another).has_value());
  auto const descending = pack_boilerplate({.last_sampled_id = "", .shingles = {5, 3}});
  BOOST_TEST(!unpack_boilerplate(descending).has_value());
}

BOOST_AUTO_TEST_CASE(a_shingle_of_one_site_is_not_one_of_another) {
  BOOST_TEST(shingle_of_site(short_hash("one"), 7) != shingle_of_site(short_hash("two"), 7));
}

BOOST_AUTO_TEST_SUITE_END()
