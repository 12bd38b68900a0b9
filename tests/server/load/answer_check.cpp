// Parses bodies by their type.
#include "answer_check.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "edition_blog.h"
#include "tests/support/gzip.h"

namespace pressmark {
namespace {

using Json = nlohmann::json;

void require(bool holds, std::string const& what) {
  if (!holds) throw std::runtime_error(what);
}

void check_page(HttpAnswer const& answer, std::string const& body) {
  require(answer.header("content-type") == "text/html; charset=utf-8", "a page of another type");
  require(body.starts_with("<!doctype html>") && body.ends_with("</html>\n"), "not a whole page");
  auto const unbalanced = unbalanced_elements(body);
  require(unbalanced.empty(), "elements that do not close: " + unbalanced);
}

void check_problem(LoadRequest const& request, HttpAnswer const& answer, std::string const& body) {
  if (request.form == AnswerForm::page) return check_page(answer, body);
  auto const problem = Json::parse(body);
  require(problem.at("code").is_string(), "a problem without a code");
  if (request.form == AnswerForm::meilisearch) {
    require(problem.at("message").is_string() && problem.at("link").is_string(), "no error of Meilisearch");
  } else {
    require(answer.header("content-type") == "application/problem+json", "a problem of another type");
    require(problem.at("status") == answer.status, "a problem with another status");
  }
}

void check_found(LoadRequest const& request, HttpAnswer const& answer, std::string const& body) {
  if (request.form == AnswerForm::page) return check_page(answer, body);
  if (answer.header("content-type") != "application/json") {
    return require(request.form == AnswerForm::notice && !body.empty(), "an answer that is not JSON");
  }
  auto const object = Json::parse(body);
  if (!request.target.starts_with("/api/search")) return;
  auto const tag = answer.header("etag");
  auto const& version = object.at("version").get_ref<std::string const&>();
  require(tag.starts_with("W/\"" + version + "-"), "version " + version + " under the tag " + tag);
  require(object.at("format") == 1 && object.at("hits").size() <= object.at("limit"),
          "no answer to a search");
}

// The version in a tag as W/"0007.12-2026-03-14-1.0".
std::string version_of(std::string const& tag) {
  auto const begin = tag.find('"') + 1;
  return tag.empty() ? std::string() : tag.substr(begin, tag.find('-') - begin);
}

}  // namespace

std::string unbalanced_elements(std::string_view page) {
  static constexpr auto kVoid =
      std::to_array<std::string_view>({"!doctype", "meta", "link", "input", "br", "img"});
  std::vector<std::string_view> open;
  for (auto at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    bool const is_end = page.substr(at + 1, 1) == "/";
    auto const begin = at + (is_end ? 2 : 1);
    at = std::min(page.find_first_of(" >", begin), page.size());
    auto const name = page.substr(begin, at - begin);
    if (std::ranges::find(kVoid, name) != kVoid.end()) continue;
    if (!is_end) {
      open.push_back(name);
    } else if (!open.empty() && open.back() == name) {
      open.pop_back();
    } else {
      return "</" + std::string(name) + ">";
    }
  }
  return open.empty() ? std::string() : "<" + std::string(open.back()) + ">";
}

AnswerOrigin check_answer(LoadRequest const& request, HttpAnswer const& answer) {
  auto const& allowed = request.statuses;
  require(std::ranges::find(allowed, answer.status) != allowed.end(),
          "status " + std::to_string(answer.status));
  require(answer.status != 429 || !answer.header("retry-after").empty(), "429 without Retry-After");
  auto const content =
      answer.header("content-encoding") == "gzip" && !answer.body.empty() ? gunzip(answer.body) : answer.body;
  bool const has_content = request.method != "HEAD" && answer.status != 204 && answer.status != 304;
  if (has_content && answer.status == 200) check_found(request, answer, content);
  if (has_content && answer.status >= 400) check_problem(request, answer, content);
  AnswerOrigin origin{
      .version = request.target.starts_with("/search.css") ? "" : version_of(answer.header("etag")),
      .edition = {}};
  auto const editions = editions_in(content);
  require(editions.size() < 2, "parts of more than one edition");
  if (!editions.empty()) origin.edition = *editions.begin();
  return origin;
}

}  // namespace pressmark
