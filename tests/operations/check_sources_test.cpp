// Whether the sources of a configuration can be read.
#include "operations/check_sources.h"

#include <boost/test/unit_test.hpp>

#include "blog_fixture.h"

using namespace pressmark;

namespace {

ConfiguredSource at_path(std::filesystem::path const& path) {
  ConfiguredSource source;
  source.path = path;
  return source;
}

ConfiguredSource at_url(std::string const& url) {
  ConfiguredSource source;
  source.url = url;
  return source;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(check_sources, BlogFixture)

BOOST_AUTO_TEST_CASE(files_folders_and_addresses_that_are_right_are_no_finding) {
  auto const feed = write("feed.xml", rss("garden.example", items));
  ConfiguredGates gates;
  gates.must_find = write("must_find.tsv", "spades\tgarden.example/spades\n");
  BOOST_TEST(
      pressmark::check_sources({at_path(feed), at_path(directory), at_url("https://a.example/")}, gates, {})
          .empty());
}

BOOST_AUTO_TEST_CASE(each_source_that_cannot_be_read_is_a_finding) {
  auto const findings =
      pressmark::check_sources({at_path(directory / "none.xml"), at_url("https:///feed.xml")}, {}, {});
  BOOST_REQUIRE(findings.size() == 2U);
  BOOST_TEST(findings[0].what.ends_with("none.xml: No such file or directory"));
  BOOST_TEST(findings[1].what == "https:///feed.xml names no host");
}

BOOST_AUTO_TEST_CASE(a_file_of_a_gate_that_makes_no_sense_is_a_finding) {
  ConfiguredGates gates;
  gates.must_find = write("must_find.tsv", "spades garden.example/spades\n");
  auto const findings = pressmark::check_sources({}, gates, {});
  BOOST_REQUIRE(findings.size() == 1U);
  BOOST_TEST(findings[0].what.find("must_find.tsv:1:") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
