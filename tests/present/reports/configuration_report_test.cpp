// Settings in force, and the configuration to start from.
#include "present/reports/configuration_report.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <vector>

#include "common/config/configuration.h"
#include "searcher/match/weight_table.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::vector<EffectiveSetting> const kSettings{
    {"config", "", {}},
    {"store", "/srv", {.setter = Setter::command_line}},
    {"ranking.title", 0.5, {Setter::file, "p.toml", 12}},
};

// Every "# name = value" of a sample, taken at its word.
std::string uncommented(std::string const& sample) {
  std::istringstream lines(sample);
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    bool const is_setting = line.starts_with("# ") && line.find(" = ") != std::string::npos &&
                            line.find(' ', 2) == line.find(" = ");
    text += (is_setting ? line.substr(2) : line) + '\n';
  }
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(configuration_report)

BOOST_AUTO_TEST_CASE(is_a_table_of_names_values_and_origins) {
  BOOST_TEST(configuration_text(kSettings) ==
             "config         none  default\n"
             "store          /srv  flag\n"
             "ranking.title  0.5   p.toml:12\n");
}

BOOST_AUTO_TEST_CASE(programs_read_numbers_as_numbers) {
  BOOST_TEST(nlohmann::json::parse(configuration_json(kSettings)) == nlohmann::json::parse(R"({"format":1,
      "settings":[{"name":"config","value":null,"origin":"default","line":null},
                  {"name":"store","value":"/srv","origin":"flag","line":null},
                  {"name":"ranking.title","value":0.5,"origin":"file","line":12}]})"));
}

BOOST_AUTO_TEST_CASE(the_sample_sets_nothing) {
  auto const read = parse_configuration(sample_configuration("/srv"), "p.toml");
  BOOST_TEST(!read.store.has_value());
  BOOST_TEST(read.ranking.empty());
}

BOOST_AUTO_TEST_CASE(the_sample_has_every_setting_at_its_default) {
  auto const read =
      parse_configuration(uncommented(sample_configuration("/a \"quoted\" \\ place")), "p.toml");
  BOOST_REQUIRE(read.store.has_value());
  BOOST_TEST(read.store->value == "/a \"quoted\" \\ place");
  BOOST_TEST(read.ranking.size() == weight_table().size());
  BOOST_TEST(weights_hash(apply_weights(read.ranking)) == "");
  BOOST_TEST(read.origins.size() == fetch_table().size() + gate_table().size() + limit_table().size() +
                                        server_table().size() + insight_table().size());
  BOOST_TEST(
      (list_settings(fetch_table(), read.job.fetch) == list_settings(fetch_table(), ConfiguredFetch{})));
  BOOST_TEST(list_settings(gate_table(), read.job.gates) == list_settings(gate_table(), ConfiguredGates{}));
  BOOST_TEST(
      (list_settings(limit_table(), read.job.limits) == list_settings(limit_table(), ConfiguredLimits{})));
  BOOST_TEST(
      (list_settings(server_table(), read.server) == list_settings(server_table(), ConfiguredServer{})));
  BOOST_TEST(
      (list_settings(insight_table(), read.insight) == list_settings(insight_table(), ConfiguredInsight{})));
}

BOOST_AUTO_TEST_CASE(the_sample_explains_in_whole_sentences_that_fit_a_terminal) {
  std::istringstream lines(sample_configuration("/srv"));
  std::string before;
  for (std::string line; std::getline(lines, line); before = line) {
    BOOST_TEST(line.size() <= 100U, line);
    bool const is_setting = std::regex_search(line, std::regex("^#( |   )[a-z0-9_]+ = "));
    if (is_setting) BOOST_TEST(before.ends_with('.'), before + '\n' + line);
  }
  auto const explains = [](auto const& entries) {
    for (auto const& entry : entries) {
      bool const is_sentence =
          entry.meaning.front() >= 'A' && entry.meaning.front() <= 'Z' && entry.meaning.ends_with('.');
      BOOST_TEST(is_sentence, entry.name);
    }
  };
  explains(source_table());
  explains(site_table());
  explains(fetch_table());
  explains(gate_table());
  explains(limit_table());
  explains(server_table());
  explains(insight_table());
  explains(weight_table());
}

BOOST_AUTO_TEST_CASE(the_sample_shows_a_source_as_it_would_be_written) {
  auto sample = sample_configuration("/srv");
  auto const begin = sample.find("# [[sources]]");
  auto source = sample.substr(begin, sample.find("\n\n", begin) - begin);
  source = std::regex_replace(source, std::regex("(^|\n)#"), "$1");
  source = std::regex_replace(source, std::regex("url = \"\""), "url = \"https://example.org/feed.xml\"");
  BOOST_TEST(parse_configuration(source, "p.toml").sources.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
