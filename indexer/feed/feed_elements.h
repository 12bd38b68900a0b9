// Elements that feeds of every XML format share, and how to find them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/time.h"
#include "indexer/xml/xml_tree.h"

namespace pressmark {

struct ElementName {
  Namespace name_space;
  std::string_view name;
};

// Names under which a field may stand, the best first.
using ElementNames = std::span<ElementName const>;

// The text, with white space collapsed, of the first child that has any; empty if none has.
[[nodiscard]] std::string first_text(XmlElement const& element, ElementNames names);

// The same for HTML, as it stands.
[[nodiscard]] std::string first_markup(XmlElement const& element, ElementNames names);

// The first readable date of `names`; of several elements with one name the last counts. If there is none but
// something stands there, `flaws` gets to know what.
[[nodiscard]] std::optional<Timestamp> first_date(XmlElement const& element, ElementNames names,
                                                  std::vector<std::string>& flaws);

// `reference`, which stands in `element` of the document at `document`, as an absolute address; as
// it is where that cannot be, and empty if it is.
[[nodiscard]] std::string resolved(XmlElement const& element, std::string_view document,
                                   std::string const& reference);

// The same, and empty unless it leads to the web.
[[nodiscard]] std::string web_address(XmlElement const& element, std::string_view document,
                                      std::string const& reference);

// The address, resolved, in <atom:link rel="…">; a link without `rel` is an "alternate" (RFC 4287
// §4.2.7.2). Of several the first that is a web page, else the first.
[[nodiscard]] std::string atom_link(XmlElement const& element, std::string_view document,
                                    std::string_view relation);

// The post's own address in a feed that FeedBurner delivers, whose links count readers on the way. Empty
// elsewhere.
[[nodiscard]] std::string original_link(XmlElement const& item);

// What the media module says of the item, or of a group of media in it, as it stands: of a video often all
// there is.
[[nodiscard]] std::string media_description(XmlElement const& item);

// The names of the persons in <atom:author> or the like, joined by ", ": the address of one without.
[[nodiscard]] std::string atom_persons(XmlElement const& element, std::string_view role);

// The address, resolved, of the image that represents the item: from the media module, else an
// enclosure, else the podcast module. Empty if there is none.
[[nodiscard]] std::string image_of(XmlElement const& item, std::string_view document);

// Adds `category` unless it is empty or there already.
void add_category(std::vector<std::string>& categories, std::string category);

}  // namespace pressmark
