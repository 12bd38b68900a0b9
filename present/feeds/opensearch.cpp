// Writes the description document and the list of completions.
#include "present/feeds/opensearch.h"

#include <algorithm>
#include <utility>

#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "present/address/search_address.h"
#include "present/feeds/xml_element.h"
#include "present/json/json.h"

namespace pressmark {
namespace {

// Limits of the format, in characters.
constexpr std::size_t kMaxShortName = 16;
constexpr std::size_t kMaxDescription = 1'024;

// As many whole words of `text` as have room; of a single longer one its beginning.
std::string shortened(std::string_view text, std::size_t max_characters) {
  auto words = collapse_whitespace(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i < max_characters && end < words.size(); ++i) end += decode_utf8(words, end).bytes;
  if (end == words.size()) return words;
  if (auto const space = words.rfind(' ', end); space != std::string::npos) end = space;
  words.resize(end);
  return words;
}

std::string url_element(std::string_view type, std::string_view relation, std::string const& address) {
  return xml_element("Url", {{"type", type}, {"rel", relation}, {"template", address}});
}

std::string description_of(Suggestion const& suggestion) {
  switch (suggestion.kind) {
    case SuggestionKind::title:
      return "Post";
    case SuggestionKind::heading:
      return "In " + suggestion.context;
    case SuggestionKind::category:
      break;
  }
  return "Category, " + counted(suggestion.posts, "post");
}

std::string address_of(Suggestion const& suggestion, PageSite const& site) {
  if (suggestion.kind != SuggestionKind::category) {
    return is_web_url(suggestion.url) ? suggestion.url : std::string();
  }
  SearchAddress category;
  category.categories = {suggestion.text.text};
  return site.root() + search_reference(kResultsPage, category);
}

}  // namespace

std::string opensearch_description(PageSite const& site) {
  constexpr std::string_view kTerms = "?q={searchTerms}";
  auto const address = [&](std::string_view path) { return site.root() + std::string(path); };
  auto const searches = [&](std::string_view path) { return address(path).append(kTerms); };
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
         "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n" +
         xml_element("ShortName", shortened(site.title, kMaxShortName)) +
         xml_element("Description", shortened("Search the posts of " + site.title, kMaxDescription)) +
         xml_element("InputEncoding", "UTF-8") +
         url_element("text/html", "results", searches(kResultsPage.path)) +
         url_element("application/x-suggestions+json", "suggestions", searches(kSuggestionsPath)) +
         url_element("application/atom+xml", "results", searches(kAtomFeed.path)) +
         url_element("application/opensearchdescription+xml", "self", address(kSearchDescriptionPath)) +
         "</OpenSearchDescription>\n";
}

std::string opensearch_suggestions(Suggestions const& suggestions, PageSite const& site) {
  auto completions = Json::array();
  auto descriptions = Json::array();
  auto addresses = Json::array();
  for (auto const& suggestion : suggestions.items) {
    completions.push_back(suggestion.text.text);
    descriptions.push_back(description_of(suggestion));
    addresses.push_back(address_of(suggestion, site));
  }
  return json_text(Json::array(
      {suggestions.query, std::move(completions), std::move(descriptions), std::move(addresses)}));
}

}  // namespace pressmark
