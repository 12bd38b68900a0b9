// The formats of documents, and how a text is recognised as one of them.
#pragma once

#include <cstddef>
#include <string_view>

namespace pressmark {

enum class Format {
  empty,
  rss,
  atom,
  rdf,
  opml,
  sitemap,  // in XML, or addresses line by line
  sitemap_index,
  xml,  // any other
  html,
  markdown,
  json_feed,
  ghost_export,
  json_lines,  // our own export
  json,        // any other
  text,
};

struct RecognisedFormat {
  Format format;
  std::string_view root;  // the root element's name with prefix, in the text; empty if it has none
  std::size_t junk = 0;   // bytes before a feed that are no part of it
};

// Judges by the content alone, of which `text` is the head: the root element after white space,
// comments, processing instructions and document type, or the first character of what is no
// markup. A feed is found after a few lines that a server put before it, too.
[[nodiscard]] RecognisedFormat recognise_format(std::string_view text);

// The same for what stands in the file `name`: where the content leaves it open, the name's ending
// tells web pages and Markdown. Markdown without front matter is known by its name alone.
[[nodiscard]] RecognisedFormat recognise_format(std::string_view text, std::string_view name);

// What bytes are that are no text at all, by how they begin: "a PDF document"; empty for all others.
[[nodiscard]] std::string_view foreign_format(std::string_view bytes);

}  // namespace pressmark
