// Builds the JSON answer from suggestions.
#include "present/json/suggestions_json.h"

#include <utility>

#include "present/highlight.h"
#include "present/json/json.h"
#include "present/json/ranges_json.h"

namespace pressmark {

namespace {

// Changes when a member changes its meaning or goes away; new members do not count.
constexpr int kSuggestionsFormat = 1;

char const* kind_name(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::title:
      return "title";
    case SuggestionKind::heading:
      return "heading";
    case SuggestionKind::category:
      break;
  }
  return "category";
}

}  // namespace

std::string suggestions_json(Suggestions const& suggestions) {
  auto items = Json::array();
  for (auto const& suggestion : suggestions.items) {
    items.push_back({
        {"kind", kind_name(suggestion.kind)},
        {"text", suggestion.text.text},
        {"highlights", ranges_json(suggestion.text)},
        {"html", highlight_html(suggestion.text)},
        {"url", suggestion.url},
        {"context", suggestion.context},
        {"posts", suggestion.posts},
    });
  }
  return json_text({{"format", kSuggestionsFormat},
                    {"query", suggestions.query},
                    {"suggestions", std::move(items)},
                    {"version", suggestions.version}},
                   2);
}

}  // namespace pressmark
