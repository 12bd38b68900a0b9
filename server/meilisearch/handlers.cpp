// Finds the index of a request, searches it, and has the answer presented.
#include "server/meilisearch/handlers.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/strings/ascii.h"
#include "common/strings/number_text.h"
#include "present/meilisearch/error_answer.h"
#include "present/meilisearch/facet_answer.h"
#include "present/meilisearch/index_answers.h"
#include "present/meilisearch/search_answer.h"
#include "server/answer/one_version.h"
#include "server/http/parameters.h"
#include "server/http/response.h"
#include "server/meilisearch/search_body.h"

namespace pressmark {
namespace {

constexpr std::string_view kAllPosts = "posts";

Document faulty(MeilisearchFault const& fault) {
  return {
      .body = error_answer(fault), .version = {}, .status = http_status(fault), .facts = {.found = false}};
}

MeilisearchFault no_index(std::string const& uid) {
  return {"index_not_found", "Index `" + uid + "` not found."};
}

// The segment after "/indexes/", decoded.
std::string index_uid(Request const& request) {
  constexpr std::string_view kBefore = "/indexes/";
  auto path = split_target(request.target).path;
  path.remove_prefix(path.find(kBefore) + kBefore.size());
  return decoded_text(path.substr(0, path.find('/')));
}

std::vector<IndexSummary> find_indexes(Searcher& searcher) {
  std::vector<IndexSummary> indexes{{std::string(kAllPosts), searcher.state().posts}};
  for (auto& [site, posts] : searcher.sites()) indexes.push_back({std::move(site), posts});
  return indexes;
}

std::optional<IndexSummary> find_index(Searcher& searcher, std::string const& uid) {
  auto const indexes = find_indexes(searcher);
  auto const found = std::ranges::find(indexes, uid, &IndexSummary::uid);
  return found == indexes.end() ? std::nullopt : std::optional(*found);
}

// Searches the posts of an index; nothing if there is none called so.
std::optional<SearchResults> search_in(std::string const& uid, SearchRequest request,
                                       HandlerContext const& at) {
  if (uid != kAllPosts) {
    if (!find_index(at.searcher, uid)) return std::nullopt;
    Condition both{.children = {{.kind = ConditionKind::site, .name = uid}}};
    if (request.condition) both.children.push_back(std::move(*request.condition));
    request.condition = std::move(both);
  }
  return search_at(at, std::move(request));
}

// The body, if it says that it is JSON.
MeilisearchResult<std::string_view> json_body(Request const& request) {
  auto const type = request.header("Content-Type");
  if (!type) {
    return tl::unexpected(
        MeilisearchFault{"missing_content_type", "A Content-Type header is missing: application/json."});
  }
  if (!equal_ignoring_case(trim(type->substr(0, type->find(';'))), kJson)) {
    return tl::unexpected(MeilisearchFault{
        "invalid_content_type", "The Content-Type `" + std::string(*type) + "` is not application/json."});
  }
  return std::string_view(request.body);
}

MeilisearchResult<MeilisearchSearch> read_search(Request const& request) {
  if (request.method == "POST") return json_body(request).and_then(read_search_body);
  std::vector<std::pair<std::string, std::string>> parameters;
  for (auto& [name, value] : parse_parameters(split_target(request.target).query)) {
    parameters.emplace_back(std::move(name), std::move(value));
  }
  return read_search_parameters(parameters);
}

// A page may ask one query in several ways at once, for its facets or of several indexes: of these the
// one that found most. Of different queries the first is noted for all.
SharedSearch wider(SharedSearch const& first, SharedSearch const& next) {
  bool const is_wider = !first || (next && next->key == first->key && next->posts > first->posts);
  return is_wider ? next : first;
}

// Adds what the answer to one of several searches says of itself to what is said of them all.
void merge(AnswerFacts& whole, AnswerFacts const& one) {
  whole.found = whole.found || one.found;
  whole.is_partial = whole.is_partial || one.is_partial;
  whole.search = wider(whole.search, one.search);
  for (auto const stage : {Stage::match, Stage::passages}) (*whole.stages)[stage] += (*one.stages)[stage];
}

Document answer_searches(std::vector<IndexSearch> const& searches, HandlerContext const& at) {
  std::vector<IndexResults> answers;
  Document whole{.facts = {.found = searches.empty(), .stages = StageTimes{}}};
  for (auto const& [uid, search] : searches) {
    auto results = search_in(uid, search.request, at);
    if (!results) {
      auto fault = no_index(uid);
      fault.message = "Inside `.queries[" + std::to_string(answers.size()) + "]`: " + fault.message;
      return faulty(fault);
    }
    merge(whole.facts, document_about(*results, {}, SearchManner::typed).facts);
    answers.push_back({uid, std::move(*results), search.view});
  }
  whole.body = meilisearch_answers(answers);
  whole.version = at.searcher.state().version;
  return whole;
}

// `answer` tells of the indexes there are.
template <typename Answer>
Document about_indexes(HandlerContext const& at, Answer const& answer) {
  return read_one_version(
      at.searcher, [&] { return Document{answer(find_indexes(at.searcher)), at.searcher.state().version}; });
}

template <typename Answer>
Document about_index(Request const& request, HandlerContext const& at, Answer const& answer) {
  auto const uid = index_uid(request);
  return read_one_version(at.searcher, [&] {
    auto const index = find_index(at.searcher, uid);
    return index ? Document{answer(*index), at.searcher.state().version} : faulty(no_index(uid));
  });
}

}  // namespace

Document search_index(Request const& request, HandlerContext const& at) {
  auto const search = read_search(request);
  if (!search) return faulty(search.error());
  auto const uid = index_uid(request);
  auto const results = search_in(uid, search->request, at);
  if (!results) return faulty(no_index(uid));
  return document_about(*results, meilisearch_answer(*results, search->view), SearchManner::typed);
}

Document search_facet(Request const& request, HandlerContext const& at) {
  auto const search = json_body(request).and_then(read_facet_search_body);
  if (!search) return faulty(search.error());
  auto const uid = index_uid(request);
  auto const results = search_in(uid, search->request, at);
  if (!results) return faulty(no_index(uid));
  return document_about(*results, facet_answer(*results, search->facet_query));
}

Document search_indexes(Request const& request, HandlerContext const& at) {
  auto const searches = json_body(request).and_then(read_multi_search_body);
  if (!searches) return faulty(searches.error());
  return read_one_version(at.searcher, [&] { return answer_searches(*searches, at); });
}

Document list_indexes(Request const& request, HandlerContext const& at) {
  std::size_t offset = 0;
  std::size_t limit = 20;
  for (auto const& [name, value] : parse_parameters(split_target(request.target).query)) {
    if (name != "offset" && name != "limit") {
      return faulty({"bad_request", "Unknown parameter `" + name + "`: expected `offset` or `limit`."});
    }
    auto const number = parse_number<std::size_t>(value);
    if (!number) {
      return faulty({"invalid_index_" + name, "Invalid value in parameter `" + name + "`: `" + value + "`."});
    }
    (name == "offset" ? offset : limit) = *number;
  }
  return about_indexes(at, [&](auto const& indexes) { return indexes_answer(indexes, offset, limit); });
}

Document describe_index(Request const& request, HandlerContext const& at) {
  return about_index(request, at, index_answer);
}

Document index_stats(Request const& request, HandlerContext const& at) {
  return about_index(request, at, index_stats_answer);
}

Document all_stats(Request const& /*request*/, HandlerContext const& at) {
  return about_indexes(at, stats_answer);
}

}  // namespace pressmark
