// From HTML to articles and to plain text.
#include "indexer/extract/article.h"

#include <algorithm>

#include "common/base/limits.h"
#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/extract/article_reader.h"
#include "indexer/html/html_bounds.h"
#include "indexer/html/html_tree.h"

namespace pressmark {
namespace {

// Valid UTF-8 without control characters: nobody reads them, and a terminal would obey them.
std::string clean_text(std::string_view bytes) {
  auto text = valid_utf8(bytes);
  std::ranges::replace_if(
      text, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && !is_space(c)) || c == 0x7F; }, ' ');
  return text;
}

Article read_article(std::string_view html, std::size_t max_depth, LoneLinks lone_links) {
  auto const size = floor_code_point(html, InputLimits{}.item_html_bytes);
  auto const bounded = bound_html(clean_text(html.substr(0, size)), max_depth);
  HtmlTree const tree(bounded.html);
  return {ArticleReader(lone_links).read(tree.body()), bounded.flattened || size < html.size()};
}

// A '<' can only begin a tag if some '>' ends it.
std::string escape_unpaired(std::string_view text) {
  std::string result(text.substr(0, text.rfind('>') + 1));
  for (char const c : text.substr(result.size())) {
    if (c == '<') {
      result += "&lt;";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

Article extract_article(std::string_view html, std::size_t max_depth) {
  return read_article(html, max_depth, LoneLinks::drop);
}

std::string html_to_text(std::string_view html) {
  auto const article = read_article(escape_unpaired(html), InputLimits{}.html_depth, LoneLinks::keep);
  std::string text;
  for (auto const& section : article.sections) {
    text += section.heading;
    for (auto const& block : section.blocks) {
      if (block.kind != BlockKind::image) (text += ' ') += block.text;
    }
    text += ' ';
  }
  return collapse_whitespace(text);
}

}  // namespace pressmark
