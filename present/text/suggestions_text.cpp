// Lays suggestions out for a terminal.
#include "present/text/suggestions_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "common/strings/text_list.h"
#include "common/text/display_width.h"
#include "present/text/styled.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

constexpr std::string_view kIndent = "  ";

std::string_view group_name(SuggestionKind kind) {
  switch (kind) {
    case SuggestionKind::title:
      return "titles";
    case SuggestionKind::heading:
      return "headings";
    case SuggestionKind::category:
      break;
  }
  return "categories";
}

// What follows the text, so that suggestions with the same text can be distinguished.
std::string aside(Suggestion const& suggestion) {
  if (suggestion.kind == SuggestionKind::category) {
    return counted(suggestion.posts, "post");
  }
  return suggestion.context.empty() ? "" : "in " + printable_text(suggestion.context);
}

std::string suggestion_text(Suggestion const& suggestion, TextStyle const& style) {
  auto const columns = style.columns - kIndent.size();
  auto const text = clip_text(printable_text(suggestion.text), columns);
  auto line = std::string(kIndent) + styled(text, rendition::kTitle, style);
  auto const used = columns_of(text.text) + kIndent.size();
  if (auto const note = aside(suggestion); !note.empty() && used < columns) {
    line += "  " + styled(clip_text({note, {}}, columns - used).text, rendition::kAside, style);
  }
  line += '\n';
  if (!suggestion.url.empty()) {
    line += std::string(kIndent) + styled_link(suggestion.url, suggestion.url, style) + '\n';
  }
  return line;
}

}  // namespace

std::string suggestions_text(Suggestions const& suggestions, TextStyle const& wanted) {
  auto style = wanted;
  style.columns = std::max(style.columns, TextStyle::kMinColumns);
  std::string text;
  std::optional<SuggestionKind> group;
  for (auto const& suggestion : suggestions.items) {
    if (group != suggestion.kind) {
      group = suggestion.kind;
      text += styled(group_name(*group), rendition::kAside, style) + '\n';
    }
    text += suggestion_text(suggestion, style);
  }
  return text;
}

std::string nothing_suggested(Suggestions const& suggestions) {
  auto const typed = printable_text(suggestions.query);
  return typed.empty() ? "nothing to suggest" : "nothing to suggest for " + typed;
}

}  // namespace pressmark
