// The pointer to the live generation.
#include "common/index/store_layout.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "common/base/error.h"
#include "empty_store.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(store_layout)

BOOST_FIXTURE_TEST_CASE(a_store_without_index_has_no_generation, EmptyStore) {
  BOOST_TEST(!current_generation(layout).has_value());
}

BOOST_AUTO_TEST_CASE(a_store_that_does_not_exist_has_no_generation) {
  BOOST_TEST(!current_generation({"/nowhere/at/all"}).has_value());
}

BOOST_FIXTURE_TEST_CASE(current_names_the_generation, EmptyStore) {
  for (std::string const name : {"0001", "9999", "10000"}) {
    point_current_at(name + "\n");
    BOOST_TEST(current_generation(layout).value() == name);
    point_current_at(name);
    BOOST_TEST(current_generation(layout).value() == name);
  }
}

std::string const kNoGenerations[] = {"",         "\n",    "1",    "0001.tmp",           "../../etc",
                                      "0001\n\n", "0001/", "000a", std::string(500, '1')};

BOOST_DATA_TEST_CASE_F(EmptyStore, anything_else_in_current_is_damage,
                       boost::unit_test::data::make(kNoGenerations), contents) {
  point_current_at(contents);
  BOOST_CHECK_EXCEPTION((void)current_generation(layout), Error,
                        [](Error const& e) { return e.code() == ErrorCode::store_damaged; });
}

BOOST_AUTO_TEST_SUITE_END()
