// Escapes text, and makes elements of its lines.
#include "indexer/decode/text_markup.h"

#include "common/strings/ascii.h"

namespace pressmark {

std::string escape_markup(std::string_view text) {
  std::string markup;
  markup.reserve(text.size());
  for (char const c : text) {
    switch (c) {
      case '&':
        markup += "&amp;";
        break;
      case '<':
        markup += "&lt;";
        break;
      case '>':
        markup += "&gt;";
        break;
      case '"':
        markup += "&quot;";
        break;
      default:
        markup += c;
    }
  }
  return markup;
}

std::string markup_of_text(std::string_view text) {
  std::string markup;
  bool is_open = false;
  for (auto const& line : split(text, "\n")) {
    auto const words = trim(line);
    if (words.empty()) {
      if (is_open) markup += "</p>\n";
      is_open = false;
      continue;
    }
    markup += is_open ? "<br>\n" : "<p>";
    markup += escape_markup(words);
    is_open = true;
  }
  if (is_open) markup += "</p>\n";
  return markup;
}

}  // namespace pressmark
