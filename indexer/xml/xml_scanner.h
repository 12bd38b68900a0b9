// The marks of an XML text one after the other, however the text is broken.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/byte_stream.h"

namespace pressmark {

enum class XmlTokenKind { start_tag, end_tag, text, cdata, comment, instruction, declaration };

struct XmlToken {
  XmlTokenKind kind;
  std::string_view raw;   // as it stands, with its brackets
  std::string_view name;  // of a tag, with prefix
  bool is_empty = false;  // <a/>
  std::size_t line = 1;   // where it begins
};

// Reads forwards in bounded memory. All but tags may come in pieces: tokens of one kind, of which
// the first has the opening bracket and the last the closing one. Never fails: what begins no mark
// is text, and a tag whose quotes or bracket do not close ends where the next begins. Nothing is
// expanded, entity declarations least of all.
class XmlScanner {
 public:
  // `text` is valid UTF-8 without control characters that XML forbids.
  explicit XmlScanner(ByteStream& text) : text_(text) {}

  // The next token; its views hold until the next call. Nothing at the end.
  std::optional<XmlToken> next();

  [[nodiscard]] std::size_t line() const noexcept { return line_; }

 private:
  // A mark that ends at a fixed string, however far that is.
  struct Section {
    XmlTokenKind kind;
    std::string_view end;
  };

  [[nodiscard]] std::string_view rest() const { return std::string_view(buffer_).substr(position_); }
  bool fill();
  bool has(std::size_t count);
  bool starts_with(std::string_view prefix);
  XmlToken take(XmlTokenKind kind, std::size_t size);
  XmlToken take_text();
  XmlToken take_section(Section section);
  XmlToken take_declaration();
  std::optional<XmlToken> take_tag();
  [[nodiscard]] std::optional<std::size_t> find_tag_end();
  [[nodiscard]] bool at_tag();

  ByteStream& text_;
  std::string buffer_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  bool at_end_ = false;
  std::optional<Section> open_;  // a section of which pieces were given
};

// A name without its prefix.
[[nodiscard]] std::string_view local_name(std::string_view name);

}  // namespace pressmark
