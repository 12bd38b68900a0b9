// What the search bars of browsers get.
#include "present/feeds/opensearch.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <tinyxml2.h>

#include "common/strings/utf8.h"
#include "tests/present/sample_suggestions.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Description {
  std::string short_name;
  std::string text;
  std::string encoding;
  std::map<std::string, std::string> templates;  // by "relation type"
};

Description describe(PageSite const& site) {
  auto const xml = opensearch_description(site);
  tinyxml2::XMLDocument document;
  BOOST_REQUIRE_EQUAL(document.Parse(xml.data(), xml.size()), tinyxml2::XML_SUCCESS);
  auto const& root = *document.RootElement();
  BOOST_TEST(root.Name() == "OpenSearchDescription");
  BOOST_TEST(root.Attribute("xmlns") == "http://a9.com/-/spec/opensearch/1.1/");
  Description description{root.FirstChildElement("ShortName")->GetText(),
                          root.FirstChildElement("Description")->GetText(),
                          root.FirstChildElement("InputEncoding")->GetText(),
                          {}};
  for (auto const* url = root.FirstChildElement("Url"); url != nullptr;
       url = url->NextSiblingElement("Url")) {
    description.templates[std::string(url->Attribute("rel")) + ' ' + url->Attribute("type")] =
        url->Attribute("template");
  }
  return description;
}

struct Title {
  char const* title;
  char const* short_name;
};
Title const kTitles[] = {
    {"Notes", "Notes"},
    {"Exactly sixteen!", "Exactly sixteen!"},
    {"Notes from the field", "Notes from the"},
    {"Sixteen letters, more", "Sixteen letters,"},
    {"Donaudampfschifffahrt", "Donaudampfschiff"},
    {"größengrößengrößenwahn", "größengrößengröß"},
    {"  spaced \n out  ", "spaced out"},
    {"R&D <b>", "R&D <b>"},
    {"bell\x07", "bell\xEF\xBF\xBD"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(opensearch)

BOOST_AUTO_TEST_CASE(the_description_tells_where_to_search) {
  auto const description = describe({"Notes & more", "/find", "https://search.example/find"});
  BOOST_TEST(description.text == "Search the posts of Notes & more");
  BOOST_TEST(description.encoding == "UTF-8");
  std::map<std::string, std::string> const expected{
      {"results text/html", "https://search.example/find/search?q={searchTerms}"},
      {"suggestions application/x-suggestions+json",
       "https://search.example/find/api/suggest/opensearch?q={searchTerms}"},
      {"results application/atom+xml", "https://search.example/find/search.atom?q={searchTerms}"},
      {"self application/opensearchdescription+xml", "https://search.example/find/opensearch.xml"}};
  BOOST_TEST(description.templates == expected);
}

BOOST_AUTO_TEST_CASE(without_a_public_address_there_are_paths) {
  BOOST_TEST(describe({"Notes", "/find", ""}).templates["results text/html"] ==
             "/find/search?q={searchTerms}");
}

BOOST_DATA_TEST_CASE(the_name_has_room_for_sixteen_characters, boost::unit_test::data::make(kTitles), one) {
  auto const name = describe({one.title, "", ""}).short_name;
  BOOST_TEST(name == one.short_name);
  BOOST_TEST(count_code_points(name) <= 16U);
}

BOOST_AUTO_TEST_CASE(a_title_without_end_is_cut_in_the_description) {
  BOOST_TEST(count_code_points(describe({std::string(5'000, 'x'), "", ""}).text) <= 1'024U);
}

BOOST_AUTO_TEST_CASE(suggestions_stand_in_four_lists_side_by_side) {
  auto const answer = nlohmann::json::parse(
      opensearch_suggestions(sample_suggestions(), {"Notes", "/find", "https://search.example/find"}));
  BOOST_TEST(answer == nlohmann::json::parse(R"(["öf",
    ["Große <Öfen>", "Öfen kaufen", "Öfen"],
    ["Post", "In Der Markt", "Category, 1 post"],
    ["https://example.org/oefen", "https://example.org/kaufen#oefen",
     "https://search.example/find/search?category=%C3%96fen"]])"));
}

BOOST_AUTO_TEST_CASE(no_suggestion_leads_off_the_web) {
  Suggestions suggestions;
  suggestions.items = {{.kind = SuggestionKind::title, .text = {"x", {}}, .url = "javascript:alert(1)"}};
  auto const answer = nlohmann::json::parse(opensearch_suggestions(suggestions, {"Notes", "", ""}));
  BOOST_TEST(answer == nlohmann::json::parse(R"(["", ["x"], ["Post"], [""]])"));
}

BOOST_AUTO_TEST_CASE(what_was_typed_comes_back_as_it_was) {
  auto const answer =
      nlohmann::json::parse(opensearch_suggestions({.query = " \"a\x01", .items = {}, .version = ""}, {}));
  BOOST_TEST(answer == nlohmann::json::parse("[\" \\\"a\\u0001\", [], [], []]"));
}

BOOST_AUTO_TEST_SUITE_END()
