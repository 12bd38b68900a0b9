// Puts terminal sequences around text.
#include "present/text/styled.h"

#include "common/url/percent_encoding.h"
#include "common/url/url.h"
#include "present/highlight.h"
#include "present/text/wrap.h"

namespace pressmark {

std::string styled(std::string_view text, std::string_view base, TextStyle const& style) {
  return style.color ? ansi_styled(text, base) : std::string(text);
}

std::string styled(HighlightedText const& text, std::string_view base, TextStyle const& style) {
  return style.color ? highlight_ansi(text, base, rendition::kMatch) : text.text;
}

std::string styled_link(std::string_view url, std::string_view shown, TextStyle const& style) {
  auto const text = styled(printable_text(std::string(shown)), rendition::kLink, style);
  if (!style.hyperlinks || !is_web_url(url)) return text;
  // Those are the bytes that a terminal accepts in the target of a link.
  return "\x1b]8;;" + percent_encoded(url, kVisibleAscii) + "\x1b\\" + text + "\x1b]8;;\x1b\\";
}

}  // namespace pressmark
