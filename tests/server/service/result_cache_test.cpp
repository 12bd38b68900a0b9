// What is kept, and what goes first.
#include "server/service/result_cache.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;

namespace {

CachedAnswer answer(std::size_t bytes, char fill = 'a') {
  return {.body = std::make_shared<std::string const>(bytes, fill), .version = "1"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(result_cache)

BOOST_AUTO_TEST_CASE(an_answer_is_found_by_its_key) {
  ResultCache cache(100'000);
  cache.insert("a", answer(10, 'x'));
  cache.insert("b", answer(10, 'y'));
  BOOST_REQUIRE(cache.find("a").has_value());
  BOOST_TEST(*cache.find("a")->body == std::string(10, 'x'));
  BOOST_TEST(!cache.find("c").has_value());
}

BOOST_AUTO_TEST_CASE(a_new_answer_takes_the_place_of_the_old) {
  ResultCache cache(100'000);
  cache.insert("a", answer(10'000, 'x'));
  auto const before = cache.bytes();
  cache.insert("a", answer(10'000, 'y'));
  BOOST_TEST(cache.find("a")->body->front() == 'y');
  BOOST_TEST(cache.bytes() == before);
}

BOOST_AUTO_TEST_CASE(what_was_not_used_goes_first) {
  ResultCache cache(30'000);
  cache.insert("a", answer(10'000));
  cache.insert("b", answer(10'000));
  (void)cache.find("a");
  cache.insert("c", answer(10'000));
  BOOST_TEST(cache.find("a").has_value());
  BOOST_TEST(!cache.find("b").has_value());
  BOOST_TEST(cache.find("c").has_value());
}

BOOST_AUTO_TEST_CASE(bytes_stay_below_the_bound) {
  ResultCache cache(50'000);
  for (int i = 0; i < 1'000; ++i) {
    cache.insert(std::to_string(i), answer(static_cast<std::size_t>(i) * 7));
    BOOST_REQUIRE(cache.bytes() <= 50'000U);
  }
  cache.insert("too large", answer(60'000));
  BOOST_TEST(!cache.find("too large").has_value());
  cache.set_max_bytes(0);
  BOOST_TEST(cache.bytes() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
