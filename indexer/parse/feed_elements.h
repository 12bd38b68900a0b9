// Elements that feeds of every XML format share, and how to find them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/parse/xml_tree.h"

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

// The address in <atom:link rel="…">; a link without `rel` is an "alternate" (RFC 4287 §4.2.7.2).
[[nodiscard]] std::string atom_link(XmlElement const& element, std::string_view relation);

// The address, as written, of the image that stands for the item: from the media module, else an
// enclosure, else the podcast module. Empty if there is none.
[[nodiscard]] std::string image_of(XmlElement const& item);

}  // namespace pressmark
