// Which sources a name means.
#include "cli/syntax/source_selection.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "common/base/error.h"

using namespace pressmark;

namespace {

ConfiguredSource on_web(std::string url, std::string site) {
  ConfiguredSource source;
  source.url = std::move(url);
  source.site = std::move(site);
  return source;
}

ConfiguredSource folder(std::string path) {
  ConfiguredSource source;
  source.path = std::move(path);
  source.base_url = "https://workshop.example/";
  return source;
}

std::vector<ConfiguredSource> configured() {
  return {on_web("https://notes.example/feed.xml", "notes"),
          on_web("https://notes.example/links.xml", "notes"), folder("/srv/workshop")};
}

struct Case {
  std::vector<std::string> names;
  std::vector<std::string> selected;
};
std::ostream& operator<<(std::ostream& out, Case const& c) {
  return out << (c.names.empty() ? "none" : c.names.front());
}
Case const kCases[] = {
    {{}, {"https://notes.example/feed.xml", "https://notes.example/links.xml", "/srv/workshop"}},
    {{"https://notes.example/links.xml"}, {"https://notes.example/links.xml"}},
    {{"HTTPS://Notes.Example:443/links.xml"}, {"https://notes.example/links.xml"}},
    {{"notes"}, {"https://notes.example/feed.xml", "https://notes.example/links.xml"}},
    {{"notes", "https://notes.example/feed.xml"},
     {"https://notes.example/feed.xml", "https://notes.example/links.xml"}},
    {{"/srv/workshop/"}, {"/srv/workshop"}},
    {{"/srv/../srv/workshop"}, {"/srv/workshop"}},
    {{"https://elsewhere.example/"}, {"https://elsewhere.example/"}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(source_selection)

BOOST_DATA_TEST_CASE(a_name_means_the_sources_configured_under_it, boost::unit_test::data::make(kCases), c) {
  std::vector<std::string> names;
  for (auto const& source : select_sources(configured(), c.names)) names.push_back(source.name());
  BOOST_TEST(names == c.selected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_source_keeps_what_the_configuration_says_of_it) {
  std::vector<std::string> const names{"/srv/workshop"};
  BOOST_TEST(select_sources(configured(), names).front().base_url == "https://workshop.example/");
}

BOOST_AUTO_TEST_CASE(a_name_of_nothing_is_answered_with_the_nearest_one) {
  std::vector<std::string> const names{"/srv/wokrshop"};
  BOOST_CHECK_EXCEPTION((void)select_sources(configured(), names), Error, [](Error const& error) {
    return error.code() == ErrorCode::usage && error.hint() == "did you mean /srv/workshop?";
  });
}

BOOST_AUTO_TEST_SUITE_END()
