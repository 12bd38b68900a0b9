// What a test that fails says of the values it compared.
#include "tests/support/printing.h"

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace pressmark {
namespace {

using namespace std::chrono_literals;

enum class Colour : std::uint8_t { red, green = 5 };

struct Row {
  std::string name;
  int figures[2];
};
struct Unnamed {
  std::vector<int> figures;
};

template <typename T>
std::string printed(T const& value) {
  std::ostringstream out;
  out << boost::test_tools::tt_detail::print_helper(value);
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(printing)

BOOST_AUTO_TEST_CASE(an_enumerator_is_shown_by_its_name) {
  BOOST_TEST(printed(Colour::red) == "Colour::red");
  BOOST_TEST(printed(Colour::green) == "Colour::green");
}

BOOST_AUTO_TEST_CASE(a_number_that_no_enumerator_has_is_shown_as_it_is) {
  BOOST_TEST(printed(static_cast<Colour>(3)) == "Colour::3");
  BOOST_TEST(printed(static_cast<Colour>(200)) == "Colour::200");
}

BOOST_AUTO_TEST_CASE(an_optional_value_is_shown_as_the_value_or_none) {
  BOOST_TEST(printed(std::optional(Colour::green)) == "Colour::green");
  BOOST_TEST(printed(std::optional<int>()) == "none");
  BOOST_TEST(printed(std::nullopt) == "none");
}

BOOST_AUTO_TEST_CASE(a_point_in_time_is_shown_as_a_date) {
  BOOST_TEST(printed(std::chrono::sys_seconds(1'700'000'000s)) == "2023-11-14T22:13:20Z");
  BOOST_TEST(printed(std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)) == "2026-03-01T00:00:00Z");
}

BOOST_AUTO_TEST_CASE(collections_and_pairs_are_shown_with_what_they_hold) {
  BOOST_TEST(printed(std::set<std::string>{"a", "b"}) == "{a, b}");
  BOOST_TEST(printed(std::vector<bool>{true, false}) == "{true, false}");
  BOOST_TEST(printed(std::map<int, Colour>{{1, Colour::red}}) == "{(1, Colour::red)}");
}

BOOST_AUTO_TEST_CASE(a_struct_is_shown_by_its_first_member_if_that_is_a_text_or_a_number) {
  BOOST_TEST(printed(Row{"the first", {1, 2}}) == "Row{the first, …}");
  BOOST_TEST(printed(Unnamed{{1, 2}}) == "Unnamed{…}");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
