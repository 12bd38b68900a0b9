// Which requests the query log hears of, and what it keeps of them.
#include "server/answer/noted_search.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "common/query_log/query_folder.h"
#include "server/service/search_service.h"
#include "tests/searcher/sample_store.h"
#include "tests/support/printing.h"

using namespace pressmark;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

std::vector<SamplePost> const kPosts{
    {"rename",
     "Rename then delete",
     "2026-03-01T00:00:00Z",
     {"Storage"},
     "<p>Rename the file, then delete.</p>"},
    {"walls", "Walls of text", "2025-02-01T00:00:00Z", {"Writing"}, "<p>A wall of words about a file.</p>"},
};

// A service that writes every query in words, or as `rules` say.
class LoggingService {
 public:
  explicit LoggingService(std::string const& rules = "threshold = 1")
      : store_(kPosts),
        service_(
            service_settings(parse_configuration("[insight]\n" + rules, "p.toml"), store_.layout(), {}, "1"),
            {[] { return kSampleNow; }, [this] { return tick_; }, [](std::string const&) {}}) {}

  Response ask(Request request) {
    request.headers.push_back({"Host", "a"});
    tick_ += 1s;
    auto outcome = service_.begin(std::move(request));
    if (auto* const response = std::get_if<Response>(&outcome)) return std::move(*response);
    return service_.complete(std::get<PendingRequest>(outcome), searcher_);
  }
  Response get(std::string target, std::vector<Header> headers = {}) {
    return ask({"GET", std::move(target), "HTTP/1.1", std::move(headers), "192.0.2.1"});
  }
  Response post(std::string target, std::string body) {
    return ask({"POST",
                std::move(target),
                "HTTP/1.1",
                {{"Content-Type", "application/json"}, {"Content-Length", std::to_string(body.size())}},
                "192.0.2.1",
                std::move(body)});
  }

  // "readers outcome posts query", sorted.
  Lines counted() {
    tick_ += 1min;
    service_.write_queries();
    Lines lines;
    auto const today = std::chrono::floor<std::chrono::days>(kSampleNow);
    for (auto const& [place, count] : read_query_day(directory(), today)) {
      lines.push_back(std::to_string(count.readers) + ' ' + std::string(outcome_name(place.second)) + ' ' +
                      std::to_string(count.posts) + ' ' + count.query +
                      (count.corrected.empty() ? "" : " = " + count.corrected));
    }
    std::ranges::sort(lines);
    return lines;
  }
  std::filesystem::path directory() const { return store_.layout().queries(); }

 private:
  SampleStore store_;
  std::chrono::steady_clock::time_point tick_{1h};
  SearchService service_;
  WorkerSearcher searcher_;
};

struct Asked {
  char const* target;
  char const* line;
};
Asked const kNoted[] = {
    {"/search?q=file", "1 found 2 file"},
    {"/search?s=Rename++FILE", "1 found 1 Rename FILE"},
    {"/api/search?q=file&limit=1", "1 found 2 file"},
    {"/api/search?q=kubernetes", "1 nothing 0 kubernetes"},
    {"/api/search?q=delele", "1 typo 1 delele = delete"},
    {"/api/search?q=rename+file+kubernetes", "1 fewer-words 1 rename file kubernetes"},
    {"/indexes/posts/search?q=ren", "1 found 1 ren"},
};

char const* const kNotNoted[] = {
    "/search",
    "/search?q=",
    "/search?category=Storage",
    "/search?q=file&page=2&limit=1",
    "/api/suggest?q=f",
    "/api/facets?q=f",
    "/api/search?q=file&page=x",
    "/indexes/nowhere/search?q=file",
    "/nowhere?q=file",
    "/indexes/posts?q=f",
    "/health?q=file",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(noted_search)

BOOST_DATA_TEST_CASE(a_search_is_noted_with_what_it_came_to, boost::unit_test::data::make(kNoted), one) {
  LoggingService service;
  BOOST_TEST(service.get(one.target).status == 200);
  BOOST_TEST(service.counted() == Lines{one.line}, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_is_no_search_of_a_reader_is_not_noted, boost::unit_test::data::make(kNotNoted),
                     target) {
  LoggingService service;
  (void)service.get(target);
  BOOST_TEST(service.counted().empty());
}

BOOST_AUTO_TEST_CASE(sorting_and_narrowing_a_search_makes_no_other) {
  LoggingService service;
  for (auto const* more : {"", "&sort=newest", "&category=Storage", "&page=2&limit=1"}) {
    (void)service.get("/search?q=file" + std::string(more));
  }
  BOOST_TEST(service.counted() == Lines{"1 found 2 file"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(answers_that_were_kept_here_or_by_the_client_count_too) {
  LoggingService service;
  auto const first = service.get("/api/search?q=file");
  auto const tag = std::string(*first.header("ETag"));
  auto const from = [](char const* address) { return Header{"X-Forwarded-For", address}; };
  auto const by_proxy = [&](std::vector<Header> headers) {
    return service.ask({"GET", "/api/search?q=file", "HTTP/1.1", std::move(headers), "127.0.0.1"});
  };
  BOOST_TEST(by_proxy({from("192.0.2.2")}).status == 200);
  BOOST_TEST(by_proxy({from("192.0.2.3"), {"If-None-Match", tag}}).status == 304);
  BOOST_TEST(by_proxy({from("192.0.2.3")}).status == 200);
  BOOST_TEST(service.counted() == Lines{"3 found 2 file"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_other_api_is_noted_once_for_a_page) {
  LoggingService service;
  (void)service.post("/indexes/posts/search", R"({"q":"wall"})");
  (void)service.post("/indexes/posts/facet-search",
                     R"({"facetName":"categories","facetQuery":"w","q":"text"})");
  (void)service.post("/multi-search",
                     R"({"queries":[{"indexUid":"posts","q":"file","filter":"year = 2026"},
                                    {"indexUid":"posts","q":"file","limit":0}]})");
  BOOST_TEST(service.counted() == (Lines{"1 found 1 wall", "1 found 2 file"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_asks_not_to_be_tracked_is_not) {
  LoggingService service;
  (void)service.get("/search?q=file", {{"DNT", "1"}});
  (void)service.get("/search?q=file", {{"sec-gpc", "1"}});
  BOOST_TEST(service.counted().empty());
  (void)service.get("/search?q=file", {{"DNT", "0"}});
  BOOST_TEST(service.counted().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_head_request_is_no_readers) {
  LoggingService service;
  (void)service.ask({"HEAD", "/search?q=file", "HTTP/1.1", {}, "192.0.2.1"});
  BOOST_TEST(service.counted().empty());
}

BOOST_AUTO_TEST_CASE(nothing_is_kept_when_it_is_switched_off) {
  LoggingService service("enabled = false");
  (void)service.get("/search?q=file");
  BOOST_TEST(service.counted().empty());
  BOOST_TEST(!std::filesystem::exists(service.directory()));
}

BOOST_AUTO_TEST_CASE(no_address_agent_or_referrer_is_ever_written) {
  LoggingService service;
  (void)service.get("/search?q=file", {{"User-Agent", "browser/7"}, {"Referer", "https://from.example/"}});
  BOOST_TEST(service.counted().size() == 1U);
  for (auto const& file : std::filesystem::directory_iterator(service.directory())) {
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    for (auto const* trace : {"192.0.2.1", "browser", "from.example", "12:00"}) {
      BOOST_TEST(text.str().find(trace) == std::string::npos, file.path());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
