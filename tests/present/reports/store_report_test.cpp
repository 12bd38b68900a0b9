// The report on a store.
#include "present/reports/store_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "common/date/parse_date.h"

using namespace pressmark;

namespace {

StoreStats sample_stats() {
  StoreStats stats;
  stats.posts = 25;
  stats.sections = 310;
  stats.sources = {{"feed.xml", "example.org", 24, *parse_date("2026-04-10T06:00:00Z"), 120},
                   {"extra.xml", "", 1, {}, {}, 3, true}};
  stats.generation = "0001";
  stats.format = "1";
  stats.languages = {"en", "de"};
  stats.oldest = *parse_date("2025-11-02");
  stats.newest = *parse_date("2026-04-03");
  stats.archive_bytes = 1'250'000;
  stats.index_bytes = 999'999;
  return stats;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_report)

BOOST_AUTO_TEST_CASE(lists_figures_and_sources) {
  BOOST_TEST(store_stats_text(sample_stats()) ==
             "posts       25\n"
             "sections    310\n"
             "published   2025-11-02 to 2026-04-03\n"
             "languages   en, de\n"
             "generation  0001\n"
             "archive     1.2 MB\n"
             "index       1.0 MB\n"
             "sources\n"
             "    24 posts  feed.xml  of 120  (example.org)  read 2026-04-10T06:00:00Z\n"
             "     1 post   extra.xml  complete  failed 3 times in a row\n");
}

BOOST_AUTO_TEST_CASE(an_empty_store_has_a_report_too) {
  auto const text = store_stats_text(StoreStats{});
  BOOST_TEST(text.find("generation  none yet\n") != std::string::npos);
  BOOST_TEST(text.find("published   unknown\n") != std::string::npos);
  BOOST_TEST(text.find("sources") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(programs_read_the_same_figures) {
  auto const json = nlohmann::json::parse(store_stats_json(sample_stats()));
  BOOST_TEST(json["format"] == 1);
  BOOST_TEST(json["posts"] == 25);
  BOOST_TEST(json["sections"] == 310);
  BOOST_TEST(json["generation"] == "0001");
  BOOST_TEST(json["archiveBytes"] == 1'250'000);
  BOOST_TEST(json["indexBytes"] == 999'999);
  BOOST_TEST(json["newest"] == "2026-04-03T00:00:00Z");
  BOOST_TEST(json["sources"].size() == 2U);
  BOOST_TEST(json["sources"][0] ==
             nlohmann::json::parse(R"({"name": "feed.xml", "site": "example.org", "posts": 24,
                                       "lastRead": "2026-04-10T06:00:00Z", "announced": 120,
                                       "failures": 0, "complete": false})"));
  BOOST_TEST(json["sources"][1]["lastRead"].is_null());
}

BOOST_AUTO_TEST_SUITE_END()
