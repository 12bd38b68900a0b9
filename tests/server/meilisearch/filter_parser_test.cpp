// Filter expressions, read and refused.
#include "server/meilisearch/filter_parser.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// A condition in a form of its own, to compare.
std::string text_of(Condition const& condition) {
  auto const list = [&](std::string const& sign) {
    std::string text = sign + '(';
    for (auto const& child : condition.children) text += (text.back() == '(' ? "" : " ") + text_of(child);
    return text + ')';
  };
  auto const times = [&](std::string const& name) {
    auto const bound = [](Timestamp time) {
      return time == Timestamp::min() || time == Timestamp::max() ? std::string() : format_rfc3339(time);
    };
    return name + '[' + bound(condition.since) + ".." + bound(condition.until) + ']';
  };
  switch (condition.kind) {
    case ConditionKind::all:
      return list("all");
    case ConditionKind::any:
      return list("any");
    case ConditionKind::none:
      return list("none");
    case ConditionKind::category:
      return "category:" + condition.name;
    case ConditionKind::author:
      return "author:" + condition.name;
    case ConditionKind::site:
      return "site:" + condition.name;
    case ConditionKind::language:
      return "language:" + condition.name;
    case ConditionKind::published:
      return times("published");
    case ConditionKind::updated:
      break;
  }
  return times("updated");
}

struct Expression {
  char const* text;
  char const* expected;
};

Expression const kExpressions[] = {
    {"", "all()"},
    {"  ", "all()"},
    {"categories = AI", "category:AI"},
    {R"("categories"="Web \"Dev\"")", R"(category:Web "Dev")"},
    {"author='Ada Lark'", "author:Ada Lark"},
    {"language != de", "none(language:de)"},
    {"site IN [a.example, 'b c']", "any(site:a.example site:b c)"},
    {"site NOT IN[]", "none(any())"},
    {"categories = A AND categories = B OR site = c", "any(all(category:A category:B) site:c)"},
    {"categories = A AND (categories = B OR site = c)", "all(category:A any(category:B site:c))"},
    {"NOT NOT author = AND", "none(none(author:AND))"},
    {"year = 2024", "published[2024-01-01T00:00:00Z..2024-12-31T23:59:59Z]"},
    {"year > 2024", "published[2025-01-01T00:00:00Z..]"},
    {"year >= 2024", "published[2024-01-01T00:00:00Z..]"},
    {"year<2024", "published[..2023-12-31T23:59:59Z]"},
    {"year <= 2024", "published[..2024-12-31T23:59:59Z]"},
    {"year 2023 TO 2024", "published[2023-01-01T00:00:00Z..2024-12-31T23:59:59Z]"},
    {"month = 2024-02", "published[2024-02-01T00:00:00Z..2024-02-29T23:59:59Z]"},
    {"published >= 86400", "published[1970-01-02T00:00:00Z..]"},
    {"published = -1", "published[1969-12-31T23:59:59Z..1969-12-31T23:59:59Z]"},
    {"updated < 86400", "updated[..1970-01-01T23:59:59Z]"},
    {"author EXISTS", "all()"},
    {"author NOT EXISTS", "none(all())"},
    {"author IS NULL", "none(author:)"},
    {"published IS NOT NULL", "none(none(published[..]))"},
    {"categories IS EMPTY", "none(category:)"},
    {"categories IS NULL", "any()"},
    {"author IS NOT EMPTY", "none(any())"},
    {"author = \"\"", "any()"},
};

struct Refused {
  char const* text;
  char const* part;  // of the message
};

Refused const kRefused[] = {
    {"colour = red", "`colour` is not filterable"},
    {"title = x", "`title` is not filterable"},
    {"author", "ends where a name or value"},
    {"author =", "ends where a name or value"},
    {"author = a b", "`b` behind the end"},
    {"author = 'a", "' is not closed"},
    {"(author = a", "parenthesis is not closed"},
    {"author = a)", "`)` behind the end"},
    {"author ! a", "'!' is no operator"},
    {"author > a", "no number"},
    {"month > 2024-01-01", "no month"},
    {"month = 7d", "no month"},
    {"year = soon", "whole numbers"},
    {"year = 20.5", "whole numbers"},
    {"published > 2024-01-01", "seconds since 1970"},
    {"site IN a", "brackets"},
    {"site IN [a b]", "separated by commas"},
    {"site IN [a", "separated by commas"},
    {"author IS GONE", "NULL or EMPTY"},
    {"author NOT a", "IN or EXISTS"},
    {"author CONTAINS a", "operator is missing"},
    {"_geoRadius(1, 2, 3)", "`_geoRadius`"},
    {"AND author = a", "`AND` is not filterable"},
    {"= a", "`=` where a name or value"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(filter_parser)

BOOST_DATA_TEST_CASE(expressions_become_conditions, boost::unit_test::data::make(kExpressions), one) {
  auto const condition = parse_filter(one.text);
  BOOST_TEST_REQUIRE(condition.has_value());
  BOOST_TEST(text_of(*condition) == one.expected);
}

BOOST_DATA_TEST_CASE(what_is_no_filter_is_refused_with_a_reason, boost::unit_test::data::make(kRefused),
                     one) {
  auto const condition = parse_filter(one.text);
  BOOST_TEST_REQUIRE(!condition.has_value());
  BOOST_TEST_CONTEXT(condition.error().what) {
    BOOST_TEST(condition.error().what.find(one.part) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(depth_is_bounded) {
  auto const nested = [](std::size_t depth) {
    return std::string(depth, '(') + "author = a" + std::string(depth, ')');
  };
  BOOST_TEST(parse_filter(nested(kMaxFilterDepth - 1)).has_value());
  BOOST_TEST(!parse_filter(nested(kMaxFilterDepth)).has_value());
  BOOST_TEST(!parse_filter(nested(60'000)).has_value());
}

BOOST_AUTO_TEST_CASE(numbers_without_measure_are_no_error) {
  for (auto const* text :
       {"year > 9223372036854775807", "published < -9223372036854775808", "year = -9000000000"}) {
    BOOST_TEST(parse_filter(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
