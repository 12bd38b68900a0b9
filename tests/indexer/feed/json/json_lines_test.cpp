// Exported lines read back, one by one and as a source.
#include "indexer/feed/json/json_lines.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "common/base/error.h"
#include "tests/indexer/support/parsed_source.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

std::string const kId = "0123456789abcdef0123456789abcdef";

struct BadLine {
  char const* line;
  char const* says;
};
BadLine const kBadLines[] = {
    {"", "not a JSON object"},
    {"<rss version=\"2.0\">", "not a JSON object"},
    {"[]", "not a JSON object"},
    {"{} {}", "not a JSON object"},
    {R"({"id":"$ID","guid":"1")", "not a JSON object"},
    {"{\"id\":\"$ID\",\"guid\":\"\xFF\"}", "not a JSON object"},
    {R"({"id":"$ID","guid":"\ud800"})", "not a JSON object"},
    {"{}", "\"id\""},
    {R"({"id":"../../etc","guid":"1"})", "\"id\""},
    {R"({"id":"0123456789ABCDEF0123456789ABCDEF","guid":"1"})", "\"id\""},
    {R"({"id":"$ID"})", "\"guid\""},
    {R"({"id":"$ID","guid":""})", "\"guid\""},
    {R"({"id":"$ID","guid":7})", "\"guid\" is not a text"},
    {R"({"id":"$ID","guid":"1","html":{}})", "\"html\" is not a text"},
    {R"({"id":"$ID","guid":"1","published":"soon"})", "\"published\" is not a time"},
    {R"({"id":"$ID","guid":"1","categories":"A"})", "\"categories\" is not a list of texts"},
    {R"({"id":"$ID","guid":"1","categories":["A",1]})", "\"categories\" is not a list of texts"},
    {R"({"id":"$ID","guid":"1","change":"1"})", "\"change\""},
    {R"({"id":"$ID","guid":"1","change":-1})", "\"change\""},
    {R"({"id":"$ID","guid":"1","change":9223372036854775807})", "\"change\""},
    {R"({"id":"$ID","guid":"1","change":92233720368547758070})", "\"change\""},
};

ParsedSource read(std::string_view text) {
  return parsed(parse_json_lines, text);
}

std::string line_of(std::string const& members) {
  return "{\"id\":\"" + kId + "\"," + members + "}\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_lines)

BOOST_AUTO_TEST_CASE(members_that_are_missing_null_or_unknown_are_no_fault) {
  auto const exported =
      parse_exported_post(" {\"id\":\"" + kId + R"(","guid":"1","title":null,"stars":[5]} )" + "\r\n");
  BOOST_TEST_REQUIRE(exported.has_value());
  Post expected;
  expected.guid = "1";
  BOOST_TEST(exported->post == expected);
  BOOST_TEST(exported->change == 0);
}

BOOST_DATA_TEST_CASE(what_is_no_post_is_a_problem_that_says_why, kBadLines, bad) {
  std::string line = bad.line;
  if (auto const at = line.find("$ID"); at != std::string::npos) line.replace(at, 3, kId);
  auto const exported = parse_exported_post(line);
  BOOST_TEST_REQUIRE(!exported.has_value());
  BOOST_TEST(exported.error().what.find(bad.says) != std::string::npos, exported.error().what);
}

BOOST_AUTO_TEST_CASE(a_source_of_lines_gives_their_posts) {
  auto const [report, posts] = read(
      "\n" +
      line_of(
          R"("guid":"1","site":"a.example","title":"t","source":"old.xml","published":"2026-01-24T08:00:00Z")") +
      " \r\n" + line_of(R"("guid":"2","html":"<p>x</p>")"));
  BOOST_TEST(report.posts == 2u);
  BOOST_TEST(report.problems.empty());
  BOOST_REQUIRE(posts.size() == 2u);
  BOOST_TEST(posts[0].guid == "1");
  BOOST_TEST(posts[0].site == "a.example");
  BOOST_TEST(format_rfc3339(posts[0].published.value()) == "2026-01-24T08:00:00Z");
  BOOST_TEST(posts[1].site == "source");
  BOOST_TEST(posts[1].html == "<p>x</p>");
}

BOOST_AUTO_TEST_CASE(a_line_that_is_no_post_is_named_by_its_number) {
  auto const [report, posts] =
      read(line_of(R"("guid":"1","title":"t")") + "\n{\"id\":\n" + line_of(R"("guid":"2","title":"u")"));
  BOOST_TEST(posts.size() == 2u);
  BOOST_TEST(report.skipped == 1u);
  BOOST_TEST(first_problem(report) == "source.json:3: the line is not a JSON object");
}

BOOST_AUTO_TEST_CASE(lines_without_a_post_are_no_source) {
  for (auto const* const text : {"", "\n", "{}\n", "<rss/>"}) {
    BOOST_CHECK_EXCEPTION((void)read(text), Error,
                          [](Error const& error) { return error.code() == ErrorCode::bad_source; });
  }
}

BOOST_AUTO_TEST_SUITE_END()
