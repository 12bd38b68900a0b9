// Configurations, right and wrong.
#include "common/config/configuration.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <tuple>
#include <unistd.h>

#include "common/base/error.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Fault {
  char const* text;
  char const* what;
  char const* hint;
};
Fault const kFaults[] = {
    {"stroe = 's'", "p.toml:1: there is no setting \"stroe\"", "did you mean store?"},
    {"\n[rankin]\n", "p.toml:2: there is no setting \"rankin\"", "did you mean ranking?"},
    {"port = 80", "p.toml:1: there is no setting \"port\"",
     "one of: store, sources, sites, fetch, gates, job, server, insight, ranking"},
    {"store = 7", "p.toml:1: store is text, not a number", ""},
    {"store = ['a']", "p.toml:1: store is text, not a list", ""},
    {"store = 2026-03-14", "p.toml:1: store is text, not a date", ""},
    {"store = ''", "p.toml:1: store is empty", "name a directory, or take the line out"},
    {"ranking = true", "p.toml:1: ranking is a table, not true or false", ""},
    {"[ranking]\ntitle = '1'", "p.toml:2: ranking.title is a number, not text", ""},
    {"[ranking.boosts]\n\ntitle = false", "p.toml:3: ranking.boosts.title is a number, not true or false",
     ""},
    {"[fetch]\nretires = 3", "p.toml:2: there is no setting \"fetch.retires\"",
     "did you mean fetch.retries?"},
    {"[fetch]\nretries = 2.5", "p.toml:2: fetch.retries is a whole number, not 2.5", ""},
    {"[fetch]\nretries = -1", "p.toml:2: fetch.retries is a number from 0 to 20, not -1", ""},
    {"[fetch]\ndelay_seconds = nan", "p.toml:2: fetch.delay_seconds is a number from 0 to 86400, not nan",
     ""},
    {"[fetch]\nallow_private = 1", "p.toml:2: fetch.allow_private is true or false, not a number", ""},
    {"[gates]\nndcg = 70", "p.toml:2: gates.ndcg is a number from 0 to 1, not 70", ""},
    {"job = 3", "p.toml:1: job is a table, not a number", ""},
    {"[sites]\nblog = 'x'", "p.toml:2: sites.blog is a table, not text", ""},
    {"[sites.blog]\nmail = 'x'", "p.toml:2: there is no setting \"sites.blog.mail\"",
     "one of: sites.blog.contact"},
    {"sources = 'feed.xml'", "p.toml:1: sources is a list of tables, each headed [[sources]], not text", ""},
    {"sources = ['feed.xml']", "p.toml:1: each of sources is a table, not text", ""},
    {"\n[[sources]]\nsite = 'a'", "p.toml:2: a source has either a url or a path",
     "for example: url = \"https://example.org/feed.xml\""},
    {"[[sources]]\nurl = 'https://a.example/f'\npath = 'f'", "p.toml:1: a source has either a url or a path",
     "for example: url = \"https://example.org/feed.xml\""},
    {"[[sources]]\nurl = 'feed.xml'", "p.toml:1: feed.xml is no address on the web",
     "it begins with http:// or https://; a file or folder is a path"},
    {"[[sources]]\nurl = 'https://a.example/f'\nkind = 'feeds'", "p.toml:3: sources.kind has no \"feeds\"",
     "did you mean feed?"},
    {"[[sources]]\nurl = 'https://a.example/f'\nmirror = true\nwhole_archive = true",
     "p.toml:1: a source is either a mirror or has its whole archive fetched",
     "take out the one that is not meant"},
    {"[[sources]]\nurl = 'https://a.example/f'\n[[sources]]\nurl = 'https://a.example/f'",
     "p.toml:3: https://a.example/f is a source already on line 1", ""},
};

// What is wrong with the syntax is said in the words of the parser; only the line is ours.
char const* const kNoToml[] = {"# fine\nstore 's'",        "# fine\nstore = 's", "\nstore = s",
                               "store = 's'\nstore = 't'", "\n[ranking",         "\nstore = \"\xff\""};

}  // namespace

BOOST_AUTO_TEST_SUITE(configuration)

BOOST_AUTO_TEST_CASE(values_come_with_the_lines_they_stand_on) {
  auto const read = parse_configuration(
      "# where\nstore = '/srv/store'\n\n[ranking]\ntitle = 0.5\ncoverage = 2\nboosts.tag = 1\n"
      "[ranking.boosts.deep]\nx = -1e3\n",
      "p.toml");
  BOOST_REQUIRE(read.store.has_value());
  BOOST_TEST(read.store->value == "/srv/store");
  BOOST_TEST(origin_text(read.store->origin) == "p.toml:2");
  std::string weights;
  for (auto const& [name, setting] : read.ranking) {
    weights += name + '=' + std::to_string(setting.value) + '@' + origin_text(setting.origin) + ' ';
  }
  BOOST_TEST(weights ==
             "boosts.deep.x=-1000.000000@p.toml:9 boosts.tag=1.000000@p.toml:7 "
             "coverage=2.000000@p.toml:6 title=0.500000@p.toml:5 ");
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_not_set) {
  for (auto const* text :
       {"", "# nothing\n", "[ranking]\n[ranking.boosts]\n", "\xef\xbb\xbf# a mark first\n"}) {
    auto const read = parse_configuration(text, "p.toml");
    BOOST_TEST(!read.store.has_value());
    BOOST_TEST(read.ranking.empty());
  }
}

BOOST_AUTO_TEST_CASE(the_server_has_lists_among_its_settings) {
  auto const read = parse_configuration(
      "[server]\nlisten = 'unix:/run/s'\ncors_origins = ['https://a.example', 'https://b.example']\n"
      "trusted_proxies = []\nthreads = 3\n",
      "p.toml");
  BOOST_TEST(read.server.listen == "unix:/run/s");
  BOOST_TEST(read.server.cors_origins == (std::vector<std::string>{"https://a.example", "https://b.example"}),
             boost::test_tools::per_element());
  BOOST_TEST(read.server.trusted_proxies.empty());
  BOOST_TEST(read.server.threads == 3U);
  BOOST_TEST(origin_text(read.origins.at("server.cors_origins")) == "p.toml:3");
}

BOOST_AUTO_TEST_CASE(a_relative_store_lies_beside_the_file) {
  auto const store_of = [](char const* file) {
    return parse_configuration("store = 'blog'", file).store->value;
  };
  BOOST_TEST(store_of("p.toml") == "blog");
  BOOST_TEST(store_of("/etc/pressmark/p.toml") == "/etc/pressmark/blog");
}

BOOST_AUTO_TEST_CASE(sources_keep_their_order_and_paths_lie_beside_the_file) {
  auto const read = parse_configuration(
      "[[sources]]\nurl = 'https://b.example/feed.xml'\nsite = 'b'\nkind = 'feed'\nwhole_archive = true\n"
      "[[sources]]\npath = 'posts'\nbase_url = 'https://a.example/'\nmax_posts = 10\nmirror = true\n",
      "/etc/p.toml");
  BOOST_REQUIRE(read.sources.size() == 2U);
  auto const& [feed, folder] = std::tie(read.sources[0], read.sources[1]);
  BOOST_TEST(feed.name() == "https://b.example/feed.xml");
  BOOST_TEST(feed.site == "b");
  BOOST_TEST(feed.kind == "feed");
  BOOST_TEST(feed.whole_archive);
  BOOST_TEST(!feed.mirror);
  BOOST_TEST(feed.max_posts == 200'000U);
  BOOST_TEST(folder.name() == "/etc/posts");
  BOOST_TEST(folder.base_url == "https://a.example/");
  BOOST_TEST(folder.max_posts == 10U);
  BOOST_TEST(folder.mirror);
  BOOST_TEST(origin_text(folder.origin) == "/etc/p.toml:6");
}

BOOST_AUTO_TEST_CASE(a_source_has_in_bytes_what_was_written_in_megabytes) {
  auto const read = parse_configuration(
      "[[sources]]\npath = 'whole'\n[[sources]]\npath = 'half'\nmax_megabytes = 0.5\n", "/etc/p.toml");
  BOOST_REQUIRE(read.sources.size() == 2U);
  BOOST_TEST(read.sources[0].max_bytes == std::size_t{256} << 20);
  BOOST_TEST(read.sources[1].max_bytes == std::size_t{512} << 10);
}

BOOST_AUTO_TEST_CASE(what_the_job_does_is_set_table_by_table) {
  auto const read = parse_configuration(
      "[fetch]\ncontact = 'https://a.example/about'\nallow_private = true\ndelay_seconds = 0.5\nretries = 1\n"
      "[gates]\njudgements = 'judged.tsv'\nposts_share = 1\n[job]\nversion_days = 7\nmetrics = "
      "'/run/m.prom'\n"
      "[sites.a]\ncontact = 'mailto:a@a.example'\n",
      "/etc/p.toml");
  BOOST_TEST(read.job.fetch.contact == "https://a.example/about");
  BOOST_TEST(read.job.fetch.allow_private);
  BOOST_TEST(read.job.fetch.delay_seconds == 0.5);
  BOOST_TEST(read.job.fetch.retries == 1U);
  BOOST_TEST(read.job.fetch.redirects == 5U);
  BOOST_TEST(read.job.gates.judgements == "/etc/judged.tsv");
  BOOST_TEST(read.job.gates.posts_share == 1.0);
  BOOST_TEST(read.job.limits.version_days == 7U);
  BOOST_TEST(read.job.limits.metrics == "/run/m.prom");
  BOOST_REQUIRE(read.sites.size() == 1U);
  BOOST_TEST(read.sites.front().id == "a");
  BOOST_TEST(read.sites.front().contact == "mailto:a@a.example");
  BOOST_TEST(origin_text(read.origins.at("fetch.retries")) == "/etc/p.toml:5");
  BOOST_TEST(origin_text(read.origins.at("sites.a.contact")) == "/etc/p.toml:13");
  BOOST_TEST(read.origins.count("fetch.redirects") == 0U);
}

BOOST_DATA_TEST_CASE(a_fault_is_named_with_its_line, boost::unit_test::data::make(kFaults), fault) {
  BOOST_CHECK_EXCEPTION((void)parse_configuration(fault.text, "p.toml"), Error, [&](Error const& error) {
    BOOST_TEST(error.what() == fault.what);
    BOOST_TEST(error.hint() == fault.hint);
    return error.code() == ErrorCode::bad_configuration;
  });
}

BOOST_DATA_TEST_CASE(what_is_no_toml_is_named_with_its_line, boost::unit_test::data::make(kNoToml), text) {
  BOOST_CHECK_EXCEPTION((void)parse_configuration(text, "p.toml"), Error, [](Error const& error) {
    BOOST_TEST(std::string(error.what()).starts_with("p.toml:2: "), error.what());
    return error.code() == ErrorCode::bad_configuration;
  });
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_a_fault_of_the_configuration) {
  for (auto const* file : {"/nonexistent/p.toml", "/"}) {
    BOOST_CHECK_EXCEPTION((void)read_configuration(file), Error, [&](Error const& error) {
      return error.code() == ErrorCode::bad_configuration &&
             std::string(error.what()).find(file) != std::string::npos;
    });
  }
}

BOOST_AUTO_TEST_CASE(a_file_is_read_as_its_text) {
  auto const file = std::filesystem::temp_directory_path() /
                    ("pressmark-configuration-" + std::to_string(getpid()) + ".toml");
  std::ofstream(file) << "\n[ranking]\ntitle = 2\n";
  auto const read = read_configuration(file);
  std::filesystem::remove(file);
  BOOST_TEST(origin_text(read.ranking.at("title").origin) == file.string() + ":3");
}

BOOST_AUTO_TEST_SUITE_END()
