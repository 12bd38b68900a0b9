// Reads whole requests, member by member.
#include "server/meilisearch/search_body.h"

#include <algorithm>
#include <optional>

#include "common/strings/ascii.h"
#include "common/strings/number_text.h"
#include "present/json/json.h"
#include "present/meilisearch/attributes.h"
#include "server/meilisearch/search_members.h"

namespace pressmark {
namespace {

// How much of a section `content` holds: the whole of nearly every one.
constexpr std::size_t kContentBytes = 4'000;

tl::unexpected<MeilisearchFault> rejected(std::string code, std::string message) {
  return tl::unexpected(MeilisearchFault{std::move(code), std::move(message)});
}

// A discarded value (is_discarded()) for what is no JSON.
Json parse_if_json(std::string_view text) {
  constexpr bool kThrows = false;
  return Json::parse(text, nullptr, kThrows);
}

MeilisearchResult<Json> parse_object(std::string_view body) {
  if (trim(body).empty()) return rejected("missing_payload", "A json payload is missing.");
  auto object = parse_if_json(body);
  if (object.is_discarded()) return rejected("malformed_payload", "The json payload provided is malformed.");
  if (!object.is_object()) return rejected("bad_request", "Invalid value type: expected an object.");
  return object;
}

void set_window(MeilisearchSearch& search) {
  auto& [request, view] = search;
  auto limit = view.limit;
  request.offset = std::min(view.offset, kMaxTotalHits);
  if (view.page) {
    auto const [page, per_page] = *view.page;
    limit = page == 0 ? 0 : per_page;
    auto const before = std::min(page - std::min<std::size_t>(page, 1), kMaxTotalHits);
    request.offset = std::min(before * std::min(per_page, kMaxTotalHits), kMaxTotalHits);
  }
  request.limit = std::min(limit, kMaxTotalHits - request.offset);
}

void finish(MeilisearchSearch& search) {
  set_window(search);
  search.request.words.last_word = LastWord::being_typed;
  search.request.max_sections = shows_sections(search.view) ? 1 : 0;
  search.request.snippet_bytes = kContentBytes;
}

// Reads the members of `object` that are not read elsewhere.
MeilisearchResult<MeilisearchSearch> read_search(Json const& object,
                                                 std::vector<std::string_view> const& read_elsewhere = {}) {
  MeilisearchSearch search;
  for (auto const& [name, value] : object.items()) {
    if (std::ranges::find(read_elsewhere, name) != read_elsewhere.end()) continue;
    if (auto fault = read_member(name, value, search)) return tl::unexpected(std::move(*fault));
  }
  finish(search);
  return search;
}

// A parameter as the JSON that a body would have; text that is none of the kind stays text.
Json parameter_value(std::string const& text, MemberShape shape) {
  switch (shape) {
    case MemberShape::number: {
      auto const number = parse_number<std::size_t>(text);
      return number ? Json(*number) : Json(text);
    }
    case MemberShape::boolean:
      return text == "true" || text == "false" ? Json(text == "true") : Json(text);
    case MemberShape::list_of_text: {
      auto list = Json::array();
      for (auto const item : split(text, ",")) list.push_back(std::string(trim(item)));
      return list;
    }
    case MemberShape::filter: {
      auto const list = parse_if_json(text);
      return list.is_array() ? list : Json(text);
    }
    case MemberShape::text:
      break;
  }
  return text;
}

// A member that has to be there and to be text.
MeilisearchResult<std::string> required_text(Json const& object, std::string const& name,
                                             std::string const& code) {
  auto const found = object.find(name);
  if (found == object.end() || found->is_null()) {
    return rejected("missing_" + code, "Missing field `" + name + "`.");
  }
  if (!found->is_string())
    return rejected("invalid_" + code, "Invalid value at `." + name + "`: expected a string.");
  return found->get<std::string>();
}

MeilisearchResult<IndexSearch> read_index_search(Json const& query) {
  if (!query.is_object()) return rejected("bad_request", "Invalid value type: expected an object.");
  if (auto const options = query.find("federationOptions"); options != query.end() && !options->is_null()) {
    return rejected("invalid_multi_search_query_federated", "Federated search is not supported here.");
  }
  auto uid = required_text(query, "indexUid", "index_uid");
  if (!uid) return tl::unexpected(std::move(uid.error()));
  auto search = read_search(query, {"indexUid", "federationOptions"});
  if (!search) return tl::unexpected(std::move(search.error()));
  return IndexSearch{std::move(*uid), std::move(*search)};
}

}  // namespace

MeilisearchResult<MeilisearchSearch> read_search_body(std::string_view body) {
  return parse_object(body).and_then([](Json const& object) { return read_search(object); });
}

MeilisearchResult<MeilisearchSearch> read_search_parameters(
    std::vector<std::pair<std::string, std::string>> const& parameters) {
  auto object = Json::object();
  for (auto const& [name, text] : parameters) {
    auto const shape = shape_of_member(name);
    if (object.contains(name)) return rejected("bad_request", "Parameter `" + name + "` is given twice.");
    object[name] = parameter_value(text, shape.value_or(MemberShape::text));
  }
  return read_search(object);
}

MeilisearchResult<std::vector<IndexSearch>> read_multi_search_body(std::string_view body) {
  auto const object = parse_object(body);
  if (!object) return tl::unexpected(object.error());
  for (auto const& [name, value] : object->items()) {
    if (name == "federation" && !value.is_null()) {
      return rejected("invalid_multi_search_federation", "Federated search is not supported here.");
    }
    if (name != "queries" && name != "federation")
      return rejected("bad_request", "Unknown field `" + name + "`.");
  }
  auto const queries = object->find("queries");
  if (queries == object->end()) return rejected("bad_request", "Missing field `queries`.");
  if (!queries->is_array()) return rejected("bad_request", "Invalid value at `.queries`: expected an array.");
  if (queries->size() > kMaxSearches) {
    return rejected("bad_request", "`.queries` has more than " + std::to_string(kMaxSearches) + " searches.");
  }
  std::vector<IndexSearch> searches;
  for (auto const& query : *queries) {
    auto search = read_index_search(query);
    if (!search) {
      auto& [code, message] = search.error();
      return rejected(std::move(code),
                      "Inside `.queries[" + std::to_string(searches.size()) + "]`: " + message);
    }
    searches.push_back(std::move(*search));
  }
  return searches;
}

MeilisearchResult<FacetSearch> read_facet_search_body(std::string_view body) {
  auto const object = parse_object(body);
  if (!object) return tl::unexpected(object.error());
  auto facet = required_text(*object, "facetName", "facet_search_facet_name");
  if (!facet) return tl::unexpected(std::move(facet.error()));
  if (!is_facet(*facet)) {
    return rejected("invalid_facet_search_facet_name", "Attribute `" + *facet + "` is no facet; there are " +
                                                           list_of_names(kFacetAttributes) + ".");
  }
  std::string beginning;
  if (auto const query = object->find("facetQuery"); query != object->end() && !query->is_null()) {
    if (!query->is_string()) {
      return rejected("invalid_facet_search_facet_query",
                      "Invalid value at `.facetQuery`: expected a string.");
    }
    beginning = query->get<std::string>();
  }
  // Counts are exhaustive in any case.
  auto search = read_search(*object, {"facetName", "facetQuery", "exhaustiveFacetCount"});
  if (!search) return tl::unexpected(std::move(search.error()));
  search->request.facets = true;
  search->request.offset = search->request.limit = 0;
  return FacetSearch{{std::move(*facet), std::move(beginning)}, std::move(search->request)};
}

}  // namespace pressmark
