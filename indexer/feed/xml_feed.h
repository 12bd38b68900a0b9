// A feed in XML: what it says of itself, and its items one by one.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "common/base/byte_stream.h"
#include "indexer/item/admission.h"
#include "indexer/item/feed.h"
#include "indexer/item/parse_options.h"
#include "indexer/xml/xml_splitter.h"
#include "indexer/xml/xml_tree.h"

namespace pressmark {

// The fields that a feed states once for all of its items.
struct Channel {
  std::string url;       // the site's address
  std::string self;      // the feed's own, if it says so
  std::string language;  // BCP 47 tag as declared
  std::string author;
  FeedLinks links;
};

// The elements around the item, which is innermost(item.depth) in them. One that is not well-formed is
// repaired first; a Problem says what defies that.
[[nodiscard]] Result<XmlDocument> parse_item(XmlItem const& item);

// Reads one item; nothing if it is no post at all (an attachment, a comment).
using ReadItem = std::function<std::optional<FeedItem>(XmlElement const& item)>;

// One document. Each pass goes from its first byte to its last with one item in memory.
class XmlFeed {
 public:
  // Reads the document for what stands outside its items. Throws Error{bad_source} if nothing can
  // be made of it, or if it is cut off before its first item is whole. All must outlive the XmlFeed.
  XmlFeed(ByteStream& text, XmlShape shape, ParseOptions const& options);

  [[nodiscard]] XmlElement head() const { return head_->root(); }  // the document without its items
  [[nodiscard]] bool has_items() const noexcept { return items_ > 0; }

  // Reads the items, twice (admission.h).
  FeedReport read(Channel const& channel, ReadItem const& read_item, TakePost const& take);

 private:
  void read_head();
  void read_items(Channel const& channel, ReadItem const& read_item, Admission& admission);

  ByteStream& text_;
  XmlShape shape_;
  ParseOptions const& options_;
  std::optional<XmlDocument> head_;
  std::string root_;  // its name
  std::size_t items_ = 0;
  std::optional<std::size_t> cut_off_at_;
  std::optional<std::size_t> cut_item_;  // where the item begins that is cut off
};

}  // namespace pressmark
