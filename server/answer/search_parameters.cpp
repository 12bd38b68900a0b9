// Reads each parameter into its member.
#include "server/answer/search_parameters.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/date/date_range.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

constexpr auto kLists = std::to_array<std::pair<std::string_view, std::vector<std::string> SearchAddress::*>>(
    {{"category", &SearchAddress::categories},
     {"author", &SearchAddress::authors},
     {"site", &SearchAddress::sites},
     {"lang", &SearchAddress::languages}});

unexpected<Problem> bad(std::string_view name, std::string what) {
  return unexpected(Problem{std::move(what), std::string(name)});
}

// The value of the one parameter called so; empty if there is none.
Result<std::string> single(std::vector<Parameter> const& parameters, std::string_view name) {
  std::string value;
  for (auto const& parameter : parameters) {
    if (parameter.name != name || parameter.value.empty()) continue;
    if (!value.empty()) return bad(name, std::string(name) + " is given twice");
    value = parameter.value;
  }
  return value;
}

// A whole number from `least` to `most`; nothing if there is none.
Result<std::optional<std::size_t>> number(std::vector<Parameter> const& parameters, std::string_view name,
                                          std::size_t least, std::size_t most = kMaxWebWindow) {
  auto const text = single(parameters, name);
  if (!text) return unexpected(text.error());
  if (text->empty()) return std::nullopt;
  auto const value = parse_number<std::size_t>(*text);
  if (value && *value >= least && *value <= most) return value;
  return bad(name, std::string(name) + " is a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most));
}

std::optional<Problem> read_query(std::vector<Parameter> const& parameters, SearchAddress& address) {
  for (auto const* name : {"q", "s"}) {
    auto query = single(parameters, name);
    if (!query) return query.error();
    address.query = std::move(*query);
    if (!address.query.empty()) break;
  }
  return std::nullopt;
}

void read_lists(std::vector<Parameter> const& parameters, SearchAddress& address) {
  for (auto const& [name, member] : kLists) {
    auto& values = address.*member;
    for (auto const& parameter : parameters) {
      if (parameter.name != name || parameter.value.empty()) continue;
      if (std::ranges::find(values, parameter.value) == values.end()) values.push_back(parameter.value);
    }
  }
}

std::optional<Problem> read_place(std::vector<Parameter> const& parameters, SearchAddress& address) {
  auto const limit = number(parameters, "limit", 0);
  if (!limit) return limit.error();
  auto const offset = number(parameters, "offset", 0);
  if (!offset) return offset.error();
  auto const page = number(parameters, "page", 1);
  if (!page) return page.error();
  if (*page && *offset) return Problem{"page and offset are given, where one is enough", "page"};
  address.limit = limit->value_or(address.limit);
  address.offset = *page ? (**page - 1) * address.limit : offset->value_or(0);
  if (address.offset + address.limit <= kMaxWebWindow) return std::nullopt;
  std::string const name = *page ? "page" : *offset ? "offset" : "limit";
  return Problem{name + " leads beyond the first " + std::to_string(kMaxWebWindow) + " posts", name};
}

std::optional<Problem> read_period(std::vector<Parameter> const& parameters, Timestamp now,
                                   SearchAddress& address) {
  for (auto const& [name, member] :
       {std::pair{"from", &SearchAddress::from}, std::pair{"to", &SearchAddress::to}}) {
    auto value = single(parameters, name);
    if (!value) return value.error();
    if (!value->empty() && !parse_date_range(*value, now)) {
      return Problem{std::string(name) + " is a day, month or year, as 2026-03-14, 2026-03 or 2026, or a " +
                         "time back from now, as 7d or 1y",
                     name};
    }
    address.*member = std::move(*value);
  }
  return std::nullopt;
}

std::optional<Problem> read_manner(std::vector<Parameter> const& parameters, SearchAddress& address) {
  auto const sections = number(parameters, "sections", 0, kMaxWebSections);
  if (!sections) return sections.error();
  address.sections = sections->value_or(SearchAddress::kUsualSections);
  auto const sort = single(parameters, "sort");
  if (!sort) return sort.error();
  if (!sort->empty()) {
    auto const known = sort_order_named(*sort);
    if (!known) return Problem{"sort is relevance, newest or oldest", "sort"};
    address.sort = *known;
  }
  auto const facets = single(parameters, "facets");
  if (!facets) return facets.error();
  address.facets = *facets == "1" || *facets == "true";
  if (address.facets || facets->empty() || *facets == "0" || *facets == "false") return std::nullopt;
  return Problem{"facets is true or false", "facets"};
}

}  // namespace

Result<SearchAddress> read_search_address(std::vector<Parameter> const& parameters, Timestamp now,
                                          UsualSearch const& usual) {
  SearchAddress address;
  address.sort = usual.sort;
  address.limit = usual.limit;
  read_lists(parameters, address);
  if (auto problem = read_query(parameters, address)) return unexpected(std::move(*problem));
  if (auto problem = read_place(parameters, address)) return unexpected(std::move(*problem));
  if (auto problem = read_period(parameters, now, address)) return unexpected(std::move(*problem));
  if (auto problem = read_manner(parameters, address)) return unexpected(std::move(*problem));
  return address;
}

SearchRequest search_request(SearchAddress const& address) {
  SearchRequest request;
  request.query = address.query;
  request.categories = address.categories;
  request.authors = address.authors;
  request.sites = address.sites;
  request.languages = address.languages;
  request.since = address.from;
  request.until = address.to;
  request.sort = address.sort;
  request.offset = address.offset;
  request.limit = address.limit;
  request.max_sections = address.sections;
  request.facets = address.facets;
  return request;
}

}  // namespace pressmark
