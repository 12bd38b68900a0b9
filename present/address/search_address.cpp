// Writes members in a fixed order and skips the usual ones, so that equal searches share one address.
#include "present/address/search_address.h"

#include <algorithm>

#include "common/strings/text_list.h"
#include "common/url/percent_encoding.h"

namespace pressmark {
namespace {

void append(std::string& to, std::string_view name, std::string_view value) {
  append_item(to, std::string(name) + '=' + form_encoded(value), "&");
}

void append_each(std::string& to, std::string_view name, std::vector<std::string> const& values) {
  for (auto const& value : values) append(to, name, value);
}

}  // namespace

std::string form_encoded(std::string_view text) {
  constexpr ByteSet kFormBytes = kLettersAndDigits.with("*-._ ");
  auto encoded = percent_encoded(text, kFormBytes);
  std::ranges::replace(encoded, ' ', '+');
  return encoded;
}

std::string query_string(SearchAddress const& address, UsualSearch const& usual) {
  std::string text;
  if (!address.query.empty()) append(text, "q", address.query);
  append_each(text, "category", address.categories);
  append_each(text, "author", address.authors);
  append_each(text, "site", address.sites);
  append_each(text, "lang", address.languages);
  if (!address.from.empty()) append(text, "from", address.from);
  if (!address.to.empty()) append(text, "to", address.to);
  if (address.sort != usual.sort) append(text, "sort", sort_order_name(address.sort));
  if (address.limit != usual.limit) append(text, "limit", std::to_string(address.limit));
  if (address.sections != SearchAddress::kUsualSections) {
    append(text, "sections", std::to_string(address.sections));
  }
  if (address.offset != 0) {
    bool const is_page = address.limit != 0 && address.offset % address.limit == 0;
    append(text, is_page ? "page" : "offset",
           std::to_string(is_page ? address.offset / address.limit + 1 : address.offset));
  }
  if (address.facets) append(text, "facets", "1");
  return text;
}

std::string search_reference(SearchPlace const& place, SearchAddress const& address) {
  auto const query = query_string(address, place.usual);
  return std::string(place.path) + (query.empty() ? "" : "?") + query;
}

SearchAddress subscription(SearchAddress address) {
  address.sort = kUsualFeed.sort;
  address.limit = kUsualFeed.limit;
  address.offset = 0;
  address.facets = false;
  return address;
}

std::string period_text(SearchAddress const& address) {
  if (address.from == address.to) return address.from;
  return (address.from.empty() ? "…" : address.from) + " – " + (address.to.empty() ? "…" : address.to);
}

std::string search_title(SearchAddress const& address, std::string_view site_title) {
  std::string title = address.query;
  auto const add = [&](std::string_view part) {
    if (!part.empty()) append_item(title, part);
  };
  for (auto const* names : {&address.categories, &address.authors, &address.sites, &address.languages}) {
    std::ranges::for_each(*names, add);
  }
  add(period_text(address));
  append_item(title, site_title, " – ");
  return title;
}

}  // namespace pressmark
