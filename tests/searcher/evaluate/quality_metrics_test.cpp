// The names of the figures of quality.
#include "searcher/evaluate/quality_metrics.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

using namespace pressmark;

namespace {

struct Name {
  char const* given;
  char const* metric;  // nullptr: none
};
std::ostream& operator<<(std::ostream& out, Name const& name) {
  return out << name.given;
}
Name const kNames[] = {
    {"ndcg@10", "ndcg@10"},
    {"nDCG@10", "ndcg@10"},
    {"ndcg10", "ndcg@10"},
    {"ndcg", "ndcg@10"},
    {"recall", "recall@10"},
    {"MRR", "mrr"},
    {"recall@10", "recall@10"},
    {"post-first", "post-first"},
    {"postFirst", "post-first"},
    {"section first", "section-first"},
    {"zero-hits", "zero-hits"},
    {"ndcg@5", nullptr},
    {"", nullptr},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(quality_metrics)

BOOST_DATA_TEST_CASE(finds_a_metric_by_any_spelling_of_its_name, boost::unit_test::data::make(kNames), name) {
  auto const* const found = find_metric(name.given);
  BOOST_REQUIRE((found != nullptr) == (name.metric != nullptr));
  if (found != nullptr) BOOST_TEST(found->name == name.metric);
}

BOOST_AUTO_TEST_CASE(a_metric_that_applies_to_no_query_has_no_value) {
  QualityFigures figures{.queries = 26, .section_first = 0.75, .with_sections = 4};
  BOOST_TEST(metric_value(figures, *find_metric("section-first")).value() == 0.75);
  figures.with_sections = 0;
  BOOST_TEST(!metric_value(figures, *find_metric("section-first")).has_value());
  BOOST_TEST(metric_value(figures, *find_metric("mrr")).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
