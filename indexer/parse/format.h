// What kind of document some text is.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

enum class Format { empty, rss, atom, rdf, opml, sitemap, xml, html, json_feed, json, text };

// The hint for whoever comes with something else.
inline constexpr char const* kSupportedFormats = "give an RSS 2.0 feed";

struct RecognisedFormat {
  Format format;
  std::size_t root_offset = 0;  // of the root element's '<', for XML and HTML
  std::string_view root;        // its name with prefix, in the text; empty if it has none
};

// Judges by the content alone: the root element after white space, comments, processing
// instructions and document type, or the first character of what is no markup.
[[nodiscard]] RecognisedFormat recognise_format(std::string_view text);

}  // namespace pressmark
