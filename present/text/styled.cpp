// Puts terminal sequences around text.
#include "present/text/styled.h"

#include "common/url/url.h"
#include "present/highlight.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

// The bytes a terminal accepts in the target of a link.
std::string link_target(std::string_view url) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string target;
  for (char const c : url) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      target += c;
    } else {
      target.append({'%', kDigits[byte >> 4], kDigits[byte & 0xF]});
    }
  }
  return target;
}

}  // namespace

std::string styled(std::string_view text, std::string_view base, TextStyle const& style) {
  return style.color ? ansi_styled(text, base) : std::string(text);
}

std::string styled(HighlightedText const& text, std::string_view base, TextStyle const& style) {
  return style.color ? highlight_ansi(text, base, rendition::kMatch) : text.text;
}

std::string styled_link(std::string_view url, std::string_view shown, TextStyle const& style) {
  auto const text = styled(printable_text(std::string(shown)), rendition::kLink, style);
  if (!style.hyperlinks || !is_web_url(url)) return text;
  return "\x1b]8;;" + link_target(url) + "\x1b\\" + text + "\x1b]8;;\x1b\\";
}

}  // namespace pressmark
