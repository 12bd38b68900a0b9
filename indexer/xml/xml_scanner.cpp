// Finding where tags, sections and comments begin and end.
#include "indexer/xml/xml_scanner.h"

#include <algorithm>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;       // read at once
constexpr std::size_t kLongestTag = std::size_t{16} << 20;  // inline images make long ones
constexpr std::size_t kLongestDeclaration = std::size_t{1} << 20;

constexpr std::string_view kCdata = "<![CDATA[";

// Whether a name can begin so; names in other scripts begin with a byte above ASCII.
bool begins_name(char c) {
  return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

// The size of the declaration that `text` begins with; 0 if it does not end there.
std::size_t declaration_size(std::string_view text) {
  auto const end = text.find('>');
  auto bracket = text.substr(0, end).find('[');
  if (bracket == std::string_view::npos) return end == std::string_view::npos ? 0 : end + 1;
  while ((bracket = text.find(']', bracket + 1)) != std::string_view::npos) {
    auto const after = text.find_first_not_of(" \t\r\n", bracket + 1);
    if (after != std::string_view::npos && text[after] == '>') return after + 1;
  }
  return 0;
}

std::string_view name_in(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" \t\r\n/<>"));
}

}  // namespace

std::string_view local_name(std::string_view name) {
  return name.substr(name.find(':') + 1);
}

bool XmlScanner::fill() {
  if (at_end_) return false;
  buffer_.erase(0, position_);
  position_ = 0;
  auto const old_size = buffer_.size();
  buffer_.resize(old_size + kPiece);
  auto const count = text_.read({buffer_.data() + old_size, kPiece});
  buffer_.resize(old_size + count);
  at_end_ = count == 0;
  return !at_end_;
}

// True if at least `count` bytes are left. Reads on where the buffer holds fewer.
bool XmlScanner::has(std::size_t count) {
  while (rest().size() < count) {
    if (!fill()) return false;
  }
  return true;
}

bool XmlScanner::starts_with(std::string_view prefix) {
  return has(prefix.size()) && rest().starts_with(prefix);
}

XmlToken XmlScanner::take(XmlTokenKind kind, std::size_t size) {
  XmlToken token{.kind = kind, .raw = rest().substr(0, size), .name = {}, .line = line_};
  line_ += static_cast<std::size_t>(std::count(token.raw.begin(), token.raw.end(), '\n'));
  position_ += size;
  return token;
}

std::optional<XmlToken> XmlScanner::next() {
  if (!has(1)) return std::nullopt;
  if (open_) return take_section(*open_);
  if (rest().front() != '<') return take_text();
  if (starts_with(kCdata)) return take_section({XmlTokenKind::cdata, "]]>"});
  if (starts_with("<!--")) return take_section({XmlTokenKind::comment, "-->"});
  if (starts_with("<?")) return take_section({XmlTokenKind::instruction, "?>"});
  if (has(3) && rest().starts_with("<!") && is_letter(rest()[2])) return take_declaration();
  if (at_tag()) return take_tag();
  return take(XmlTokenKind::text, 1);
}

bool XmlScanner::at_tag() {
  std::size_t const name = starts_with("</") ? 2 : 1;
  return has(name + 1) && begins_name(rest()[name]);
}

XmlToken XmlScanner::take_text() {
  return take(XmlTokenKind::text, std::min(rest().find('<'), rest().size()));
}

// A piece up to the end of the section or of what is read, less what may be half of the end.
XmlToken XmlScanner::take_section(Section section) {
  auto const opening = open_ ? 0 : section.kind == XmlTokenKind::cdata ? kCdata.size() : 2;
  open_ = section;
  while (true) {
    if (auto const end = rest().find(section.end, opening); end != std::string_view::npos) {
      open_.reset();
      return take(section.kind, end + section.end.size());
    }
    if (rest().size() >= kPiece) return take(section.kind, rest().size() - section.end.size());
    if (!fill()) return take(section.kind, rest().size());
  }
}

// "<!DOCTYPE … [ … ]>", where brackets and ">" may stand in quotes. One that does not end within
// reach ends at its first ">".
XmlToken XmlScanner::take_declaration() {
  while (true) {
    if (auto const size = declaration_size(rest()); size != 0) return take(XmlTokenKind::declaration, size);
    if (rest().size() < kLongestDeclaration && fill()) continue;
    auto const end = rest().find('>');
    if (end != std::string_view::npos) return take(XmlTokenKind::declaration, end + 1);
    return take(XmlTokenKind::declaration, rest().size());
  }
}

std::optional<XmlToken> XmlScanner::take_tag() {
  auto const size = find_tag_end();
  if (!size) {  // the text ends in it
    position_ = buffer_.size();
    return std::nullopt;
  }
  bool const is_end = rest().starts_with("</");
  auto token = take(is_end ? XmlTokenKind::end_tag : XmlTokenKind::start_tag, *size);
  token.name = name_in(token.raw);
  token.is_empty = !is_end && token.raw.ends_with("/>");
  return token;
}

// The size of the tag that the rest begins with. XML allows no '<' in a tag: where one stands, a
// bracket or a quote before it was left open.
std::optional<std::size_t> XmlScanner::find_tag_end() {
  char quote = '\0';
  bool at_value = false;           // after '='
  std::size_t quoted_bracket = 0;  // the first '>' in the quotes that are open
  for (std::size_t i = 1; i < kLongestTag; ++i) {
    if (!has(i + 1)) break;
    char const c = rest()[i];
    if (quote == '\0') {
      if (c == '>') return i + 1;
      if (c == '<') return i;
      if (at_value && (c == '"' || c == '\'')) {
        quote = c;
        quoted_bracket = 0;
      }
      at_value = c == '=' || (at_value && is_space(c));
    } else if (c == quote) {
      quote = '\0';
    } else if (c == '>' && quoted_bracket == 0) {
      quoted_bracket = i;
    } else if (c == '<' && quoted_bracket != 0) {
      return quoted_bracket + 1;
    }
  }
  if (quoted_bracket != 0 && quote != '\0') return quoted_bracket + 1;
  if (rest().size() >= kLongestTag) return kLongestTag;
  if (rest().starts_with("</")) return rest().size();  // all that is missing is the bracket
  return std::nullopt;
}

}  // namespace pressmark
