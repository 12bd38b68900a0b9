// How well judged queries over real posts are answered: no kind may fall below its floor.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "searcher/evaluate/evaluate.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

// The least that is good enough, each from 0 to 1; a kind without judged sections has no floor for them.
struct Floors {
  double ndcg10 = 0;
  double post_first = 0;
  double section_first = 0;
  double zero_hits = 0;
};

std::string describe(QualityReport const& report) {
  std::ostringstream text;
  for (auto const& [kind, figures] : report.by_kind) {
    text << kind << ": " << figures.queries << " queries, nDCG@10 " << figures.ndcg10 << ", post first "
         << figures.post_first << ", section first " << figures.section_first << ", zero hits "
         << figures.zero_hits << '\n';
  }
  for (auto const& query : report.queries) {
    if (query.is_miss()) text << query.id << ' ' << query.query << " -> " << query.first << '\n';
  }
  for (auto const& group : report.unequal_groups) text << "unequal: " << group << '\n';
  return text.str();
}

void check_quality(std::filesystem::path const& feed, std::filesystem::path const& judgements,
                   std::map<std::string, Floors> const& floors) {
  SampleStore const store(feed);
  Searcher searcher(store.layout());
  auto const report = evaluate(searcher, read_judgements(judgements), kSampleNow);
  BOOST_TEST_CONTEXT(describe(report)) {
    BOOST_TEST(report.unequal_groups.empty());
    for (auto const& [kind, floor] : floors) {
      BOOST_TEST_CONTEXT("kind " << kind) {
        auto const figures = report.by_kind.find(kind);
        BOOST_TEST_REQUIRE((figures != report.by_kind.end()));
        BOOST_TEST(figures->second.ndcg10 >= floor.ndcg10);
        BOOST_TEST(figures->second.post_first >= floor.post_first);
        BOOST_TEST(figures->second.section_first >= floor.section_first);
        BOOST_TEST(figures->second.zero_hits >= floor.zero_hits);
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sample_blog)

BOOST_AUTO_TEST_CASE(every_kind_of_query_over_the_sample_blog_stays_above_its_floor) {
  std::filesystem::path const data = PRESSMARK_SOURCE_DIR "/data";
  check_quality(data / "posts.xml", data / "judgements.tsv",
                {{"code", {.ndcg10 = 0.97, .post_first = 0.92, .section_first = 0.91}},
                 {"filter", {.ndcg10 = 0.95, .post_first = 0.97, .section_first = 0.97}},
                 {"known-item", {.ndcg10 = 0.97, .post_first = 0.97}},
                 {"none", {.zero_hits = 0.97}},
                 {"phrase", {.ndcg10 = 0.97, .post_first = 0.97, .section_first = 0.97}},
                 {"question", {.ndcg10 = 0.84, .post_first = 0.73, .section_first = 0.62}},
                 {"topic", {.ndcg10 = 0.88, .post_first = 0.77, .section_first = 0.71}},
                 {"typo", {.ndcg10 = 0.89, .post_first = 0.88, .section_first = 0.97}},
                 {"variant", {.ndcg10 = 0.91, .post_first = 0.85, .section_first = 0.90}}});
}

BOOST_AUTO_TEST_CASE(every_kind_of_query_over_the_field_notes_stays_above_its_floor) {
  std::filesystem::path const shared = PRESSMARK_SOURCE_DIR "/../shared";
  auto const feed = shared / "feeds" / "field-notes.xml";
  auto const judgements = shared / "eval" / "field-notes.tsv";
  if (!exists(feed) || !exists(judgements)) {
    BOOST_TEST_MESSAGE("skipped: " << feed << " or " << judgements << " is absent");
    return;
  }
  check_quality(feed, judgements,
                {{"code", {.ndcg10 = 0.97, .post_first = 0.97, .section_first = 0.89}},
                 {"filter", {.ndcg10 = 0.87, .post_first = 0.87, .section_first = 0.97}},
                 {"known-item", {.ndcg10 = 0.97, .post_first = 0.97}},
                 {"none", {.zero_hits = 0.86}},
                 {"phrase", {.ndcg10 = 0.97, .post_first = 0.97, .section_first = 0.97}},
                 {"question", {.ndcg10 = 0.91, .post_first = 0.85, .section_first = 0.73}},
                 {"topic", {.ndcg10 = 0.93, .post_first = 0.93, .section_first = 0.93}},
                 {"typo", {.ndcg10 = 0.96, .post_first = 0.88, .section_first = 0.57}},
                 {"variant", {.ndcg10 = 0.93, .post_first = 0.92, .section_first = 0.97}}});
}

BOOST_AUTO_TEST_SUITE_END()
