// Splits a feed's document into its items, one by one, and what is left without them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/base/limits.h"
#include "indexer/xml/xml_scanner.h"

namespace pressmark {

// The names, without prefix and in any case, that tell where a feed begins and what is an item.
struct XmlShape {
  std::span<std::string_view const> roots;
  std::string_view item;
};

enum class ItemState {
  whole,
  unclosed,   // another item begins, or the element around it ends, before its end tag
  cut_off,    // the document ends before it
  too_large,  // beyond InputLimits::item_bytes; without text
};

struct XmlItem {
  ItemState state = ItemState::whole;
  std::size_t line = 1;  // of its start tag
  std::string text;      // as it stands
  // The start and end tags of the elements around it, well-formed: within them namespaces, xml:base
  // and xml:lang hold.
  std::string before;
  std::string after;
  std::size_t depth = 0;  // of the elements around it
};

// Reads a document once, forwards, with one item in memory. What precedes the root element and what
// follows it is passed over. Throws Error{bad_source} if elements around the items nest too deeply.
class XmlSplitter {
 public:
  // `name` is for messages. `text` is valid UTF-8 and at its first byte.
  XmlSplitter(ByteStream& text, XmlShape shape, InputLimits const& limits, std::string name);

  std::optional<XmlItem> next();

  // Of what was read so far: the document without its items, and not beyond a limit.
  [[nodiscard]] std::string const& skeleton() const noexcept { return skeleton_; }
  // The name of the root element; empty before it began.
  [[nodiscard]] std::string const& root() const noexcept { return root_; }
  // Where the document stopped in the middle; nothing if its root element was closed.
  [[nodiscard]] std::optional<std::size_t> cut_off_at() const noexcept { return cut_off_at_; }

 private:
  struct StartTag {
    std::string name;  // with prefix
    std::string tag;
    bool is_empty = false;
    std::size_t line = 1;
  };

  void take_outside(XmlToken const& token);
  void open(XmlToken const& token);
  void close(std::string_view name);
  [[nodiscard]] bool is_root(XmlToken const& token) const;
  [[nodiscard]] bool is_item(XmlToken const& token) const;
  [[nodiscard]] XmlItem read_item(StartTag const& start);
  [[nodiscard]] bool ends_around(XmlToken const& token, std::vector<std::string> const& inner) const;
  static void follow(XmlToken const& token, std::vector<std::string>& inner);
  void append(XmlItem& item, std::string_view raw) const;
  void wrap(XmlItem& item) const;
  void append_to_skeleton(std::string_view raw);

  XmlScanner scanner_;
  XmlShape shape_;
  std::size_t item_bytes_;
  std::string source_;
  std::string skeleton_;
  bool skeleton_is_full_ = false;
  std::vector<StartTag> ancestors_;  // repaired and on one line each
  std::optional<StartTag> pending_;  // of the item that ended an unclosed one
  std::optional<std::size_t> cut_off_at_;
  std::string root_;
  bool in_root_ = false;
  bool at_end_ = false;
};

}  // namespace pressmark
