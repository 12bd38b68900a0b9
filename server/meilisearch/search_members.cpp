// The table of members, each with its reader.
#include "server/meilisearch/search_members.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "common/strings/ascii.h"
#include "common/strings/number_text.h"
#include "present/meilisearch/attributes.h"
#include "server/meilisearch/filter_parser.h"

namespace pressmark {
namespace {

// What is wrong with a value, in a sentence; nothing if it was read.
using Complaint = std::optional<std::string>;
using Reader = Complaint (*)(Json const&, MeilisearchSearch&);

Complaint read_text(Json const& value, std::string& text) {
  if (!value.is_string()) return "expected a string";
  text = value.get<std::string>();
  return std::nullopt;
}

Complaint read_number(Json const& value, std::size_t& number) {
  if (!value.is_number_unsigned()) return "expected a whole number that is not negative";
  number = value.get<std::size_t>();
  return std::nullopt;
}

Complaint read_boolean(Json const& value, bool& is_wanted) {
  if (!value.is_boolean()) return "expected a boolean";
  is_wanted = value.get<bool>();
  return std::nullopt;
}

Complaint read_list(Json const& value, std::vector<std::string>& list) {
  bool const is_list =
      value.is_array() && std::ranges::all_of(value, [](Json const& item) { return item.is_string(); });
  if (!is_list) return "expected an array of strings";
  list = value.get<std::vector<std::string>>();
  return std::nullopt;
}

NumberedPage& page_of(MeilisearchSearch& search) {
  auto& page = search.view.page;
  return page ? *page : page.emplace();
}

Complaint read_facets(Json const& value, MeilisearchSearch& search) {
  AttributeNames names;
  if (auto complaint = read_list(value, names)) return complaint;
  for (auto const& name : names) {
    if (name == "*" || is_facet(name)) continue;
    return "attribute `" + name + "` is no facet; there are " + list_of_names(kFacetAttributes);
  }
  search.request.facets = !names.empty();
  search.view.facets = std::move(names);
  return std::nullopt;
}

// "published:desc"
Complaint read_order(std::string_view order, SortOrder& sort) {
  auto const colon = order.rfind(':');
  auto const direction = colon == std::string_view::npos ? std::string_view() : order.substr(colon + 1);
  if (direction != "asc" && direction != "desc") {
    return "expected an expression that ends with `:asc` or `:desc`, found `" + std::string(order) + "`";
  }
  auto const attribute = order.substr(0, colon);
  if (std::ranges::find(kSortableAttributes, attribute) == kSortableAttributes.end()) {
    return "attribute `" + std::string(attribute) +
           "` is not sortable. Available sortable attributes are: " + list_of_names(kSortableAttributes);
  }
  sort = direction == "asc" ? SortOrder::oldest : SortOrder::newest;
  return std::nullopt;
}

Complaint read_sort(Json const& value, MeilisearchSearch& search) {
  std::vector<std::string> orders;
  if (auto complaint = read_list(value, orders)) return complaint;
  if (orders.size() > 1) return "posts are sorted by one attribute";
  return orders.empty() ? std::nullopt : read_order(orders.front(), search.request.sort);
}

// "title", or "title:20" for at most 20 words.
Complaint read_crop(Json const& value, MeilisearchSearch& search) {
  std::vector<std::string> attributes;
  if (auto complaint = read_list(value, attributes)) return complaint;
  for (auto const& attribute : attributes) {
    CroppedAttribute cropped{.name = attribute.substr(0, attribute.find(':')), .words = {}};
    if (cropped.name.size() < attribute.size()) {
      auto const number = std::string_view(attribute).substr(cropped.name.size() + 1);
      cropped.words = parse_number<std::size_t>(number);
      if (!cropped.words) return "there is no number behind the ':' of `" + attribute + "`";
    }
    search.view.cropped.push_back(std::move(cropped));
  }
  return std::nullopt;
}

// "last" and "frequency" both let words go; ranking by coverage lets the commonest go first.
Complaint read_strategy(Json const& value, MeilisearchSearch& search) {
  std::string strategy;
  if (auto complaint = read_text(value, strategy)) return complaint;
  if (strategy == "all") {
    search.request.words.words_wanted = WordsWanted::all;
  } else if (strategy != "last" && strategy != "frequency") {
    return "`" + strategy + "` is none of `last`, `all`, `frequency`";
  }
  return std::nullopt;
}

Complaint read_search_on(Json const& value, MeilisearchSearch& search) {
  AttributeNames names;
  if (auto complaint = read_list(value, names)) return complaint;
  if (names == AttributeNames{"title"}) {
    search.request.words.scope = QueryScope::title;
  } else if (!names_attribute(names, "*")) {
    return "words are searched in `*` or in `title` alone";
  }
  return std::nullopt;
}

Result<Condition> read_expressions(Json const& list, ConditionKind kind);

Result<Condition> read_expression(Json const& value, ConditionKind of_list) {
  if (value.is_string()) return parse_filter(value.get_ref<std::string const&>());
  if (value.is_array()) return read_expressions(value, of_list);
  return unexpected(Problem{"expected a string or an array of strings and arrays of strings", ""});
}

// The outer array means AND, one in it OR; there is no third level.
Result<Condition> read_expressions(Json const& list, ConditionKind kind) {
  Condition joined{.kind = kind};
  for (auto const& item : list) {
    if (kind == ConditionKind::any && item.is_array()) {
      return unexpected(Problem{"arrays are nested more than twice", ""});
    }
    auto condition = read_expression(item, ConditionKind::any);
    if (!condition) return condition;
    joined.children.push_back(std::move(*condition));
  }
  return joined;
}

Complaint read_filter(Json const& value, MeilisearchSearch& search) {
  auto condition = read_expression(value, ConditionKind::all);
  if (!condition) return condition.error().what;
  if (*condition != Condition{}) search.request.condition = std::move(*condition);
  return std::nullopt;
}

Complaint reject(Json const& value, MeilisearchSearch& /*search*/) {
  if (value == false) return std::nullopt;
  return "this is not supported here";
}

struct Member {
  std::string_view name;
  MemberShape shape;
  Reader read;
};

using Search = MeilisearchSearch;

constexpr auto kMembers = std::to_array<Member>({
    {"q", MemberShape::text, [](Json const& v, Search& s) { return read_text(v, s.request.query); }},
    {"offset", MemberShape::number, [](Json const& v, Search& s) { return read_number(v, s.view.offset); }},
    {"limit", MemberShape::number, [](Json const& v, Search& s) { return read_number(v, s.view.limit); }},
    {"page", MemberShape::number, [](Json const& v, Search& s) { return read_number(v, page_of(s).page); }},
    {"hitsPerPage", MemberShape::number,
     [](Json const& v, Search& s) { return read_number(v, page_of(s).hits_per_page); }},
    {"filter", MemberShape::filter, read_filter},
    {"facets", MemberShape::list_of_text, read_facets},
    {"sort", MemberShape::list_of_text, read_sort},
    {"attributesToRetrieve", MemberShape::list_of_text,
     [](Json const& v, Search& s) { return read_list(v, s.view.retrieved); }},
    {"attributesToHighlight", MemberShape::list_of_text,
     [](Json const& v, Search& s) { return read_list(v, s.view.highlighted); }},
    {"highlightPreTag", MemberShape::text,
     [](Json const& v, Search& s) { return read_text(v, s.view.pre_tag); }},
    {"highlightPostTag", MemberShape::text,
     [](Json const& v, Search& s) { return read_text(v, s.view.post_tag); }},
    {"attributesToCrop", MemberShape::list_of_text, read_crop},
    {"cropLength", MemberShape::number,
     [](Json const& v, Search& s) { return read_number(v, s.view.crop_words); }},
    {"cropMarker", MemberShape::text,
     [](Json const& v, Search& s) { return read_text(v, s.view.crop_marker); }},
    {"showMatchesPosition", MemberShape::boolean,
     [](Json const& v, Search& s) { return read_boolean(v, s.view.match_positions); }},
    {"showRankingScore", MemberShape::boolean,
     [](Json const& v, Search& s) { return read_boolean(v, s.view.ranking_score); }},
    {"matchingStrategy", MemberShape::text, read_strategy},
    {"attributesToSearchOn", MemberShape::list_of_text, read_search_on},
    {"distinct", MemberShape::text, reject},
    {"hybrid", MemberShape::text, reject},
    {"locales", MemberShape::list_of_text, reject},
    {"media", MemberShape::text, reject},
    {"personalize", MemberShape::text, reject},
    {"rankingScoreThreshold", MemberShape::number, reject},
    {"retrieveVectors", MemberShape::boolean, reject},
    {"showPerformanceDetails", MemberShape::boolean, reject},
    {"showRankingScoreDetails", MemberShape::boolean, reject},
    {"vector", MemberShape::list_of_text, reject},
});

Member const* find_member(std::string_view name) {
  auto const* const found = std::ranges::find(kMembers, name, &Member::name);
  return found == kMembers.end() ? nullptr : found;
}

}  // namespace

std::optional<MemberShape> shape_of_member(std::string_view name) {
  auto const* const member = find_member(name);
  return member == nullptr ? std::nullopt : std::optional(member->shape);
}

std::optional<MeilisearchFault> read_member(std::string_view name, Json const& value,
                                            MeilisearchSearch& search) {
  auto const* const member = find_member(name);
  if (member == nullptr) return MeilisearchFault{"bad_request", "Unknown field `" + std::string(name) + "`."};
  if (value.is_null()) return std::nullopt;
  auto const complaint = member->read(value, search);
  if (!complaint) return std::nullopt;
  return MeilisearchFault{"invalid_search_" + snake_case(name),
                          "Invalid value at `." + std::string(name) + "`: " + *complaint + "."};
}

std::string snake_case(std::string_view name) {
  std::string result;
  for (auto const c : name) {
    if (c != lower(c)) result += '_';
    result += lower(c);
  }
  return result;
}

}  // namespace pressmark
