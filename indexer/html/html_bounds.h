// HTML from anyone, made cheap to parse: nesting and attributes are bounded before the parser sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmark {

enum class HtmlScope : std::uint8_t {
  fragment,  // the body of a post: only what is shown counts
  page       // a whole page: its title and its linked data (JSON-LD) count too
};

struct BoundedHtml {
  std::string html;
  bool flattened = false;  // elements nested deeper than the limit lost their tags; their text stays
};

// Rewrites `html`, which must be valid UTF-8, so that parsing it takes time and memory in proportion to its
// size: an HTML parser is quadratic in the depth of its stack, in the attributes of a tag, and in the
// formatting elements (`<b>`, `<font>`) it reopens in every paragraph. Elements whose content is not markup
// (`<script>`, `<style>`, `<iframe>`, ...) are removed on the way; they hold nothing to read, but for what
// `scope` names.
// At most `max_depth` elements are open at once, not counting those that cannot nest by themselves (`<p>`).
// Linear in html.size().
[[nodiscard]] BoundedHtml bound_html(std::string_view html, std::size_t max_depth,
                                     HtmlScope scope = HtmlScope::fragment);

}  // namespace pressmark
