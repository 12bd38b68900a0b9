// Families and samples as Prometheus reads them.
#include "present/metrics_text.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(metrics_text)

BOOST_AUTO_TEST_CASE(a_family_has_its_help_its_type_and_its_samples) {
  MetricsText metrics;
  metrics.begin({"requests_total", MetricType::counter, "Requests by route."});
  metrics.add({{"route", "/a"}, {"status", "200"}}, std::uint64_t{3});
  metrics.add({{"route", "/b"}, {"status", "404"}}, std::uint64_t{1});
  metrics.add_single({"posts", MetricType::gauge, "Posts there are."}, 25);
  BOOST_TEST(metrics.text() ==
             "# HELP requests_total Requests by route.\n"
             "# TYPE requests_total counter\n"
             "requests_total{route=\"/a\",status=\"200\"} 3\n"
             "requests_total{route=\"/b\",status=\"404\"} 1\n"
             "# HELP posts Posts there are.\n"
             "# TYPE posts gauge\n"
             "posts 25\n");
}

BOOST_AUTO_TEST_CASE(the_samples_of_a_histogram_have_suffixes) {
  MetricsText metrics;
  metrics.begin({"seconds", MetricType::histogram, "How long it took."});
  metrics.add({{"le", "+Inf"}}, std::uint64_t{2}, "_bucket");
  metrics.add({}, 0.25, "_sum");
  BOOST_TEST(metrics.text().ends_with("seconds_bucket{le=\"+Inf\"} 2\nseconds_sum 0.25\n"));
}

BOOST_AUTO_TEST_CASE(numbers_have_no_exponent) {
  MetricsText metrics;
  for (double const value : {0.0, 100'000.0, 1'773'460'800.0, 0.00001}) metrics.add({}, value);
  BOOST_TEST(metrics.text() == " 0\n 100000\n 1773460800\n 0.00001\n");
}

BOOST_AUTO_TEST_CASE(values_of_labels_are_escaped) {
  MetricsText metrics;
  metrics.add({{"source", "a\\b\"c\nd"}}, 1.0);
  BOOST_TEST(metrics.text() == "{source=\"a\\\\b\\\"c\\nd\"} 1\n");
}

BOOST_AUTO_TEST_SUITE_END()
