// Suggestions as programs read them.
#include "present/json/suggestions_json.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/present/sample_suggestions.h"

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(suggestions_json)

BOOST_AUTO_TEST_CASE(every_suggestion_has_every_member) {
  auto const expected = nlohmann::json::parse(R"({
    "format": 1,
    "query": "öf",
    "suggestions": [
      {"kind": "title", "text": "Große <Öfen>", "highlights": [[7, 11]],
       "html": "Große &lt;<mark>Öfen</mark>&gt;", "url": "https://example.org/oefen", "context": "", "posts": 0},
      {"kind": "heading", "text": "Öfen kaufen", "highlights": [[0, 4]], "html": "<mark>Öfen</mark> kaufen",
       "url": "https://example.org/kaufen#oefen", "context": "Der Markt", "posts": 0},
      {"kind": "category", "text": "Öfen", "highlights": [[0, 4]], "html": "<mark>Öfen</mark>", "url": "",
       "context": "", "posts": 1}],
    "version": "0001.5"})");
  BOOST_TEST(nlohmann::json::parse(pressmark::suggestions_json(sample_suggestions())) == expected);
}

BOOST_AUTO_TEST_SUITE_END()
