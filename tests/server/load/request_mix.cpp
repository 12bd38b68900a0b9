// Draws requests of each kind.
#include "request_mix.h"

#include <array>
#include <string_view>

#include "common/url/url.h"
#include "edition_blog.h"
#include "present/address/search_address.h"

namespace pressmark {
namespace {

// What readers type, with `@` for words.
constexpr auto kQueries = std::to_array<std::string_view>({"@",
                                                           "@ @",
                                                           "@ @",
                                                           "@ @ @",
                                                           "how do I find the @ of a @?",
                                                           "\"@ @\"",
                                                           "\"@ @\" @",
                                                           "@ -@",
                                                           "@ OR @",
                                                           "(@ OR @) @",
                                                           "@* @",
                                                           "title:@",
                                                           "author:Ada @",
                                                           "category:Crafts @",
                                                           "tag:Books",
                                                           "site:blog.example @",
                                                           "lang:en @",
                                                           "code:read_@",
                                                           "date:2015 @",
                                                           "date:2010..2012",
                                                           "before:2012 @",
                                                           "after:2020-03 @",
                                                           "from:2011 to:2014",
                                                           "unknown:@ @",
                                                           "\"@ @",
                                                           "((@",
                                                           "@ OR",
                                                           "-",
                                                           "\"\"",
                                                           "-@",
                                                           "@x",
                                                           "kq@zv",
                                                           "@ @ @ @ @ @",
                                                           "category:Nowhere",
                                                           "NOT @",
                                                           "read_@()",
                                                           "@-@",
                                                           "ＲＩＶＥＲ",
                                                           "naïve @",
                                                           "日本語 @",
                                                           ""});

constexpr auto kFilters = std::to_array<std::string_view>(
    {"&category=Crafts", "&category=Books&category=Travel", "&sort=newest", "&sort=oldest",
     "&from=2012&to=2019", "&limit=3", "&limit=50&offset=5", "&page=2", "&facets=true", "&lang=en",
     "&site=blog.example", "&author=Ada%201", "&limit=0", "&from=7d", "&s=second"});

constexpr auto kSearchBodies = std::to_array<std::string_view>(
    {R"({"q":"@"})", R"({"q":"@ @","limit":5,"attributesToHighlight":["*"]})",
     R"({"q":"@","facets":["categories"],"attributesToCrop":["content"],"cropLength":8})",
     R"({"q":"@ @","filter":"categories = Crafts","hitsPerPage":4,"page":2})",
     R"({"q":"","sort":["published:desc"]})", R"({"q":"\"@ @\"","showMatchesPosition":true})"});

constexpr auto kMistakes = std::to_array<std::string_view>(
    {"/api/search?limit=many", "/api/search?page=0", "/api/search?sort=best",
     "/api/search?offset=1000&limit=1", "/api/search?from=soon", "/api/facets?facets=perhaps"});

// `text` with a word for every @.
template <typename Word>
std::string filled(std::string_view text, Word word) {
  std::string result;
  for (char const c : text) c == '@' ? result += word() : result += c;
  return result;
}

}  // namespace

std::string LoadRequest::text() const {
  auto text = method + " " + target + " HTTP/1.1\r\nHost: blog.example\r\n" + headers;
  if (method == "POST") {
    text += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  }
  return text + "\r\n" + body;
}

std::string RequestMix::word() {
  return std::string(blog_word(random_()));
}

std::string RequestMix::noise() {
  std::string bytes;
  for (auto count = below(60); count > 0; --count) bytes += static_cast<char>(below(256));
  return bytes;
}

std::string RequestMix::query() {
  return one_in(40) ? noise() : filled(one_of(kQueries), [this] { return word(); });
}

std::string RequestMix::parameters() {
  auto text = "?q=" + form_encoded(query());
  if (one_in(3)) text += one_of(kFilters);
  return text;
}

LoadRequest RequestMix::search() {
  LoadRequest request;
  request.form = one_in(2) ? AnswerForm::page : AnswerForm::api;
  request.target = (request.form == AnswerForm::page ? "/search" : "/api/search") + parameters();
  if (one_in(2)) request.headers += "Accept-Encoding: gzip, deflate\r\n";
  if (one_in(10)) request.method = "HEAD";
  if (one_in(10)) {
    request.headers += "X-Forwarded-For: 198.51.100." + std::to_string(below(2)) + "\r\n";
    request.statuses.push_back(429);
  }
  return request;
}

LoadRequest RequestMix::completion() {
  if (one_in(3)) return {.target = "/api/facets" + parameters()};
  auto const typed = word();
  return {.target = "/api/suggest?q=" + form_encoded(typed.substr(0, 1 + below(typed.size())))};
}

LoadRequest RequestMix::meilisearch() {
  LoadRequest request{.method = "POST", .target = "/indexes/posts/search", .form = AnswerForm::meilisearch};
  auto const body = [this] { return filled(one_of(kSearchBodies), [this] { return word(); }); };
  switch (below(4)) {
    case 0:
      request.target = "/multi-search";
      for (int i = 0; i < 3; ++i) {
        request.body += (i == 0 ? R"({"queries":[)" : ",");
        request.body += R"({"indexUid":"posts",)" + body().substr(1);
      }
      request.body += "]}";
      break;
    case 1:
      request.target = "/indexes/blog.example/facet-search";
      request.body = R"({"facetName":"categories","facetQuery":"e"})";
      break;
    default:
      request.body = body();
  }
  return request;
}

LoadRequest RequestMix::notice() {
  static constexpr auto kTargets = std::to_array<std::string_view>(
      {"/health", "/version", "/metrics", "/search.css", "/stats", "/indexes"});
  return {.target = std::string(one_of(kTargets)), .form = AnswerForm::notice};
}

LoadRequest RequestMix::mistake() {
  switch (below(7)) {
    case 0:
      return {.target = "/nowhere/" + word(), .statuses = {404}};
    case 1:
      return {.method = "DELETE", .target = "/api/search?q=" + form_encoded(word()), .statuses = {405}};
    case 2:
      return {.method = "OPTIONS", .target = "/api/search", .statuses = {204}};
    case 3:
      return {.method = "POST",
              .target = "/indexes/posts/search",
              .body = "{\"q\":" + noise(),
              .form = AnswerForm::meilisearch,
              .statuses = {400}};
    case 4:
      return {.method = "POST",
              .target = "/indexes/none/search",
              .body = "{}",
              .form = AnswerForm::meilisearch,
              .statuses = {404}};
    case 5:
      return {.target = "/search?q=" + std::string(9'000, 'a'), .form = AnswerForm::page, .statuses = {414}};
    default:
      return {.target = std::string(one_of(kMistakes)), .statuses = {400}};
  }
}

LoadRequest RequestMix::next() {
  auto const kind = below(100);
  if (kind < 60) return search();
  if (kind < 75) return completion();
  if (kind < 87) return meilisearch();
  if (kind < 94) return notice();
  return mistake();
}

}  // namespace pressmark
