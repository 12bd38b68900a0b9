// Which headings announce no topic of their own.
#include "indexer/write/general_heading.h"

#include <boost/test/unit_test.hpp>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(general_heading)

BOOST_AUTO_TEST_CASE(introductions_summaries_and_conclusions_are_general) {
  for (auto const* const heading : {"Introduction", "Conclusion: what stays", "Key takeaways",
                                    "Lessons learned", "In summary", "Overview"}) {
    BOOST_TEST_CONTEXT(heading) {
      BOOST_TEST(is_general_heading(heading, ""));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_anchor_tells_what_the_heading_does_not) {
  BOOST_TEST(is_general_heading("What we keep", "takeaways"));
  BOOST_TEST(is_general_heading("In one minute", "tldr"));
  BOOST_TEST(!is_general_heading("What we keep", "retention"));
}

BOOST_AUTO_TEST_CASE(topics_are_not_general) {
  for (auto const* const heading : {"Compaction and retention", "A lesson in locking", "Closures", ""}) {
    BOOST_TEST_CONTEXT(heading) {
      BOOST_TEST(!is_general_heading(heading, ""));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
