// Requests and responses, without sockets.
#include "server/service/search_service.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <ostream>

#include "sample_service.h"

using namespace pressmark;
using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

std::string value(Response const& response, std::string_view header) {
  return std::string(response.header(header).value_or("(none)"));
}

Json json(Response const& response) {
  return Json::parse(*response.body);
}

struct Problem4xx {
  char const* method;
  char const* target;
  int status;
  char const* code;
};
std::ostream& operator<<(std::ostream& out, Problem4xx const& one) {
  return out << one.method << ' ' << one.target;
}
Problem4xx const kProblems[] = {
    {"GET", "/nowhere", 404, "not-found"},
    {"GET", "/api/search/", 404, "not-found"},
    {"GET", "/api/search?page=0", 400, "bad-parameter"},
    {"GET", "/api/facets?from=soon", 400, "bad-parameter"},
    {"POST", "/api/search", 405, "method-not-allowed"},
    {"DELETE", "/health", 405, "method-not-allowed"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(search_service)

BOOST_AUTO_TEST_CASE(the_api_answers_as_the_command_line_does) {
  SampleService service;
  auto const response = service.get("/api/search?q=rename&facets=1");
  BOOST_TEST(response.status == 200);
  BOOST_TEST(value(response, "Content-Type") == "application/json");
  auto const answer = json(response);
  BOOST_TEST(answer["hits"][0]["sections"][0]["url"] == "https://notes.example/rename#gc");
  BOOST_TEST(answer["facetDistribution"]["categories"]["Storage"] == 1);
}

BOOST_AUTO_TEST_CASE(filters_and_pages_are_honoured) {
  SampleService service;
  BOOST_TEST(json(service.get("/api/search?category=Writing"))["estimatedTotalHits"] == 1);
  BOOST_TEST(json(service.get("/api/search?from=2026"))["hits"][0]["title"] == "Rename then delete");
  BOOST_TEST(json(service.get("/api/search?sort=oldest&limit=1&page=2"))["hits"][0]["title"] ==
             "Rename then delete");
  BOOST_TEST(json(service.get("/api/search?limit=0"))["hits"].empty());
}

BOOST_AUTO_TEST_CASE(suggestions_and_facets_have_their_own_addresses) {
  SampleService service;
  BOOST_TEST(json(service.get("/api/suggest?q=ren"))["suggestions"][0]["text"] == "Rename then delete");
  auto const facets = json(service.get("/api/facets?q=file"));
  BOOST_TEST(facets["estimatedTotalHits"] == 2);
  BOOST_TEST(facets["facetDistribution"]["year"]["2025"] == 1);
}

BOOST_DATA_TEST_CASE(a_fault_is_a_problem_with_a_stable_code, boost::unit_test::data::make(kProblems), one) {
  SampleService service;
  auto const response = service.ask({one.method, one.target, "HTTP/1.1", {{"Host", "a"}}, "127.0.0.1"});
  BOOST_TEST(response.status == one.status);
  BOOST_TEST(value(response, "Content-Type") == "application/problem+json");
  BOOST_TEST(value(response, "Cache-Control") == "no-store");
  BOOST_TEST(json(response)["code"] == one.code);
  BOOST_TEST(json(response)["status"] == one.status);
}

BOOST_AUTO_TEST_CASE(clients_of_the_other_api_are_answered_in_its_form) {
  SampleService service;
  auto const post = [&](std::string target, std::string body) {
    std::vector<Header> headers{{"Host", "a"},
                                {"Content-Type", "application/json; charset=utf-8"},
                                {"Content-Length", std::to_string(body.size())}};
    return service.ask(
        {"POST", std::move(target), "HTTP/1.1", std::move(headers), "127.0.0.1", std::move(body)});
  };
  auto const found = post("/indexes/posts/search", R"({"q":"ren","attributesToRetrieve":["title"]})");
  BOOST_TEST(found.status == 200);
  BOOST_TEST(value(found, "Cache-Control") == "no-store");
  BOOST_TEST(value(found, "ETag") == "(none)");
  BOOST_TEST(json(found)["hits"][0] == Json::parse(R"({"title":"Rename then delete"})"));
  auto const other = post("/indexes/posts/search", R"({"q":"ren","attributesToRetrieve":["year"]})");
  BOOST_TEST(json(other)["hits"][0] == Json::parse(R"({"year":2026})"));
  BOOST_TEST(json(post("/indexes/notes.example/search", "{}"))["estimatedTotalHits"] ==
             json(service.get("/indexes/notes.example/stats"))["numberOfDocuments"]);

  BOOST_TEST(json(post("/indexes/notes%2Eexample/search", "{}"))["estimatedTotalHits"] == 2);

  auto const missing = post("/indexes/nowhere/search", "{}");
  BOOST_TEST(missing.status == 404);
  BOOST_TEST(json(missing)["code"] == "index_not_found");
  auto const wrong = service.ask({"DELETE", "/indexes/posts", "HTTP/1.1", {{"Host", "a"}}, "127.0.0.1"});
  BOOST_TEST(wrong.status == 405);
  BOOST_TEST(json(wrong)["code"] == "method_not_allowed");
}

BOOST_AUTO_TEST_CASE(a_bad_value_is_named) {
  SampleService service;
  BOOST_TEST(json(service.get("/api/search?limit=many"))["parameter"] == "limit");
}

BOOST_AUTO_TEST_CASE(readers_see_a_page_where_programs_see_a_problem) {
  SampleService service;
  auto const response = service.get("/search?q=%3Cb%3E&page=0");
  BOOST_TEST(response.status == 400);
  BOOST_TEST(value(response, "Content-Type") == "text/html; charset=utf-8");
  BOOST_TEST(response.body->find("page is a whole number") != std::string::npos);
  BOOST_TEST(response.body->find("<b>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(pages_may_run_nothing_and_are_not_to_be_indexed) {
  SampleService service;
  auto const response = service.get("/search?q=file");
  BOOST_TEST(value(response, "X-Robots-Tag") == "noindex");
  BOOST_TEST(value(response, "X-Content-Type-Options") == "nosniff");
  BOOST_TEST(value(response, "Referrer-Policy") == "same-origin");
  auto const policy = value(response, "Content-Security-Policy");
  BOOST_TEST(policy.starts_with("default-src 'none'; style-src 'self';"));
  BOOST_TEST(policy.find("unsafe") == std::string::npos);
  BOOST_TEST(response.body->find("<script") == std::string::npos);
  BOOST_TEST(response.body->find("style=") == std::string::npos);
  auto const style = service.get("/search.css");
  BOOST_TEST(style.status == 200);
  BOOST_TEST(value(style, "Content-Type") == "text/css; charset=utf-8");
}

BOOST_AUTO_TEST_CASE(a_known_answer_is_not_sent_again) {
  SampleService service;
  auto const first = service.get("/search?q=file");
  auto const tag = value(first, "ETag");
  BOOST_TEST(value(first, "Cache-Control") == "public, max-age=60, stale-while-revalidate=600");
  auto const second = service.get("/search?q=file", {{"If-None-Match", tag}});
  BOOST_TEST(second.status == 304);
  BOOST_TEST(!second.body);
  BOOST_TEST(value(second, "ETag") == tag);
  BOOST_TEST(service.get("/search?q=file", {{"If-None-Match", "\"other\""}}).status == 200);
}

BOOST_AUTO_TEST_CASE(an_answer_is_searched_once_for_a_version) {
  SampleService service;
  auto const timing = [&](char const* target) {
    return value(service.get(target), "Server-Timing").substr(0, 5);
  };
  BOOST_TEST(timing("/api/search?q=file") == "wait;");
  BOOST_TEST(timing("/api/search?q=file&page=1&utm_source=x") == "cache");
  BOOST_TEST(timing("/api/search?q=file&limit=5") == "wait;");
  BOOST_TEST(timing("/search?q=file") == "wait;");

  std::ofstream(service.layout().root.parent_path() / "more.xml")
      << "<rss version=\"2.0\"><channel><title>More</title><link>https://more.example/</link><item><title>A "
         "file more"
         "</title><link>https://more.example/more</link><description>file</description></item></channel></"
         "rss>";
  index_sources(service.layout(), {(service.layout().root.parent_path() / "more.xml").string()}, {},
                kSampleRead);
  auto const tag = value(service.get("/api/search?q=file"), "ETag");
  service.wait(1s);
  auto const response = service.get("/api/search?q=file");
  BOOST_TEST(value(response, "Server-Timing").starts_with("wait;"));
  BOOST_TEST(value(response, "ETag") != tag);
  BOOST_TEST(json(response)["estimatedTotalHits"] == 3);
}

BOOST_AUTO_TEST_CASE(large_bodies_are_packed_for_those_who_accept_it) {
  SampleService service;
  auto const packed = service.get("/search?q=file", {{"Accept-Encoding", "gzip"}});
  auto const plain = service.get("/search?q=file");
  BOOST_TEST(value(packed, "Content-Encoding") == "gzip");
  BOOST_TEST(value(plain, "Content-Encoding") == "(none)");
  BOOST_TEST(packed.body->size() < plain.body->size());
  BOOST_TEST(value(plain, "Vary") == "Accept-Encoding");
  auto const small = service.get("/api/suggest?q=zzzz", {{"Accept-Encoding", "gzip"}});
  BOOST_TEST(value(small, "Content-Encoding") == "(none)");
}

BOOST_AUTO_TEST_CASE(only_listed_origins_may_read_the_api) {
  SampleService service("cors_origins = ['https://site.example']");
  auto const allowed = [&](char const* target, char const* origin) {
    return value(service.get(target, {{"Origin", origin}}), "Access-Control-Allow-Origin");
  };
  BOOST_TEST(allowed("/api/search?q=a", "https://site.example") == "https://site.example");
  BOOST_TEST(allowed("/api/search?q=a&limit=x", "https://site.example") == "https://site.example");
  BOOST_TEST(allowed("/api/search?q=a", "https://evil.example") == "(none)");
  BOOST_TEST(allowed("/api/search?q=a", "https://site.example.evil.example") == "(none)");
  BOOST_TEST(allowed("/search?q=a", "https://site.example") == "(none)");
  BOOST_TEST(allowed("/metrics", "https://site.example") == "(none)");
  BOOST_TEST(value(service.get("/api/search"), "Vary") == "Accept-Encoding, Origin");
}

BOOST_AUTO_TEST_CASE(a_preflight_is_answered_for_listed_origins) {
  SampleService service("cors_origins = ['https://site.example']");
  auto const preflight = [&](char const* origin) {
    return service.ask({"OPTIONS",
                        "/api/search",
                        "HTTP/1.1",
                        {{"Host", "a"}, {"Origin", origin}, {"Access-Control-Request-Method", "GET"}},
                        "127.0.0.1"});
  };
  auto const response = preflight("https://site.example");
  BOOST_TEST(response.status == 204);
  BOOST_TEST(value(response, "Access-Control-Allow-Methods") == "GET, HEAD, OPTIONS");
  BOOST_TEST(value(response, "Access-Control-Max-Age") == "86400");
  BOOST_TEST(value(preflight("https://evil.example"), "Access-Control-Allow-Methods") == "(none)");
}

BOOST_AUTO_TEST_CASE(a_preflight_for_posting_json_with_a_key_is_answered_for_listed_origins) {
  SampleService service("cors_origins = ['https://site.example']");
  auto const preflight = [&](char const* target, char const* origin) {
    return service.ask(
        {"OPTIONS",
         target,
         "HTTP/1.1",
         {{"Host", "a"},
          {"Origin", origin},
          {"Access-Control-Request-Method", "POST"},
          {"Access-Control-Request-Headers", "authorization,content-type,x-meilisearch-client"}},
         "127.0.0.1"});
  };
  for (auto const* target : {"/indexes/posts/search", "/multi-search", "/indexes/posts/facet-search"}) {
    auto const response = preflight(target, "https://site.example");
    BOOST_TEST(response.status == 204);
    BOOST_TEST(value(response, "Access-Control-Allow-Origin") == "https://site.example");
    BOOST_TEST(value(response, "Access-Control-Allow-Methods").find("POST") != std::string::npos);
    auto const allowed = lower(value(response, "Access-Control-Allow-Headers"));
    for (auto const* header : {"authorization", "content-type", "x-meilisearch-client"}) {
      BOOST_TEST(allowed.find(header) != std::string::npos, header);
    }
    auto const refused = preflight(target, "https://evil.example");
    BOOST_TEST(refused.status == 204);
    BOOST_TEST(value(refused, "Access-Control-Allow-Origin") == "(none)");
    BOOST_TEST(value(refused, "Access-Control-Allow-Headers") == "(none)");
  }
}

BOOST_AUTO_TEST_CASE(a_client_behind_the_proxy_has_its_rate) {
  SampleService service("client_rate = 1\nclient_burst = 2");
  auto const ask = [&](char const* client) {
    return service.get("/api/search", {{"X-Forwarded-For", client}});
  };
  BOOST_TEST(ask("198.51.100.1").status == 200);
  BOOST_TEST(ask("198.51.100.1").status == 200);
  auto const refused = ask("198.51.100.1");
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(value(refused, "Retry-After") == "1");
  BOOST_TEST(json(refused)["code"] == "too-many-requests");
  BOOST_TEST(ask("198.51.100.2").status == 200);
  service.wait(1s);
  BOOST_TEST(ask("198.51.100.1").status == 200);
  for (int i = 0; i < 5; ++i) BOOST_TEST(service.get("/api/search").status == 200);  // the proxy itself
}

BOOST_AUTO_TEST_CASE(searches_beyond_the_limit_are_told_to_wait) {
  SampleService service("requests = 2");
  std::vector<SearchService::Outcome> waiting;
  for (auto const* target : {"/api/search?q=a", "/api/search?q=b"}) waiting.push_back(service.begin(target));
  BOOST_TEST(std::holds_alternative<PendingRequest>(waiting.back()));
  auto const refused = service.get("/api/search?q=c");
  BOOST_TEST(refused.status == 503);
  BOOST_TEST(value(refused, "Retry-After") == "1");
  BOOST_TEST(service.get("/health").status == 200);
}

BOOST_AUTO_TEST_CASE(links_lead_through_the_base_path) {
  SampleService service("public_url = 'https://example.org/find'");
  auto const page = *service.get("/search?q=file").body;  // a proxy may take the path off
  BOOST_TEST(page == *service.get("/find/search?q=file").body);
  BOOST_TEST(page.find("action=\"/find/search\"") != std::string::npos);
  BOOST_TEST(page.find("href=\"/find/search.css\"") != std::string::npos);
  BOOST_TEST(page.find("<link rel=\"canonical\" href=\"https://example.org/find/search?q=file\">") !=
             std::string::npos);
  BOOST_TEST(service.get("/findsearch").status == 404);
}

BOOST_AUTO_TEST_CASE(new_settings_hold_from_the_next_request_on) {
  SampleService service;
  BOOST_TEST(service.get("/search?q=file").body->find("Field notes") == std::string::npos);
  service.configure("title = 'Field notes'");
  BOOST_TEST(service.get("/search?q=file").body->find("Field notes") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_index_that_is_gone_is_said_to_be) {
  SampleService service;
  BOOST_TEST(json(service.get("/health"))["status"] == "available");
  auto const current = service.layout().current();
  std::filesystem::rename(current, current.string() + ".away");
  service.wait(1s);
  BOOST_TEST(service.get("/health").status == 503);
  auto const search = service.get("/api/search?q=file");
  BOOST_TEST(search.status == 503);
  BOOST_TEST(json(search)["code"] == "store-missing");
  std::filesystem::rename(current.string() + ".away", current);
  service.wait(1s);
  BOOST_TEST(service.get("/health").status == 200);
  BOOST_TEST(service.get("/api/search?q=file").status == 200);
}

BOOST_AUTO_TEST_CASE(metrics_are_for_this_machine) {
  SampleService service;
  (void)service.get("/api/search?q=file");
  (void)service.get("/api/search?q=zzzzzz");
  auto const own = service.get("/metrics");
  BOOST_TEST(own.status == 200);
  BOOST_TEST(own.body->find("pressmark_index_posts 2\n") != std::string::npos);
  BOOST_TEST(own.body->find("pressmark_zero_hit_share 0.5\n") != std::string::npos);
  BOOST_TEST(service.get("/metrics", {{"X-Forwarded-For", "198.51.100.1"}}).status == 404);
  service.configure("public_metrics = true");
  BOOST_TEST(service.get("/metrics", {{"X-Forwarded-For", "198.51.100.1"}}).status == 200);
}

BOOST_AUTO_TEST_CASE(the_log_has_a_line_for_each_request) {
  SampleService service;
  (void)service.get("/search?q=secret");
  (void)service.get("/nowhere");
  BOOST_TEST(service.log.find("GET /search?... 200 ") != std::string::npos);
  BOOST_TEST(service.log.find("GET /nowhere 404 ") != std::string::npos);
  BOOST_TEST(service.log.find("secret") == std::string::npos);
  service.configure("quiet = true");
  service.log.clear();
  (void)service.get("/search?q=secret");
  BOOST_TEST(service.log.empty());
}

BOOST_AUTO_TEST_CASE(a_search_ends_when_its_time_is_over_and_says_so) {
  SampleService service("search_seconds = 2");
  auto const whole = service.get("/api/search?q=file");
  BOOST_TEST(json(whole)["partial"] == false);
  auto const in_time = service.get_after("/api/search?q=rename", 1s);
  BOOST_TEST(json(in_time)["partial"] == false);
  // The wait for a worker counts.
  auto const late = service.get_after("/api/search?q=words", 2s);
  BOOST_TEST(late.status == 200);
  BOOST_TEST(json(late)["partial"] == true);
  BOOST_TEST(json(late)["exactTotal"] == false);
  BOOST_TEST(json(late)["hits"].empty());
}

BOOST_AUTO_TEST_CASE(without_a_limit_a_search_takes_as_long_as_it_takes) {
  SampleService service("search_seconds = 0");
  BOOST_TEST(json(service.get_after("/api/search?q=words", 1h))["hits"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_partial_answer_is_not_kept_by_anybody) {
  SampleService service;
  for (auto const* target :
       {"/api/search?q=words", "/search?q=words", "/api/facets?q=words", "/indexes/posts/search?q=words"}) {
    BOOST_TEST_CONTEXT(target) {
      auto const partial = service.get_after(target, 1s);
      BOOST_TEST(partial.status == 200);
      BOOST_TEST(value(partial, "ETag") == "(none)");
      BOOST_TEST(value(partial, "Cache-Control") == "no-store");
      auto const whole = service.get(target);
      BOOST_TEST(*whole.body != *partial.body);
      BOOST_TEST(value(whole, "Server-Timing").starts_with("wait;"));
      BOOST_TEST(value(whole, "ETag") != "(none)");
      // What is kept meanwhile is given at any time.
      BOOST_TEST(*service.get_after(target, 1h).body == *whole.body);
    }
  }
}

BOOST_AUTO_TEST_CASE(partial_answers_are_counted_and_are_no_searches_without_hits) {
  SampleService service;
  (void)service.get_after("/api/search?q=words", 1s);
  (void)service.get_after("/search?q=words", 1s);
  (void)service.get("/api/search?q=words");
  auto const metrics = *service.get("/metrics").body;
  BOOST_TEST(metrics.find("\npressmark_partial_answers_total 2\n") != std::string::npos);
  BOOST_TEST(metrics.find("\npressmark_searches_without_hits_total 0\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_partial_page_says_so) {
  SampleService service;
  auto const page = *service.get_after("/search?q=words", 1s).body;
  BOOST_TEST(page.find("Time ran out") != std::string::npos);
  BOOST_TEST(page.find("Nothing found for") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
