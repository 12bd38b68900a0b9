// The five characters that mean something in HTML, as references.
#include "common/strings/escape_html.h"

namespace pressmark {

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (char const c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

}  // namespace pressmark
