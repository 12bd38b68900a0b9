// A renderer over md4c's events.
#include "indexer/markdown/markdown_body.h"

#include <algorithm>
#include <array>
#include <md4c.h>

#include "common/strings/ascii.h"
#include "common/strings/escape_html.h"
#include "common/strings/utf8.h"
#include "indexer/decode/entities.h"
#include "indexer/markdown/heading_ids.h"

namespace pressmark {
namespace {

// The parser takes time and space for each cell a table's head promises, in every row, present or not.
constexpr std::ptrdiff_t kMaxColumns = 256;

constexpr std::array<std::string_view, 16> kBlockTags = {
    "", "blockquote", "ul", "ol", "li", "", "", "", "", "p", "table", "thead", "tbody", "tr", "th", "td"};
constexpr std::array<std::string_view, 6> kSpanTags = {"em", "strong", "a", "", "code", "del"};

std::string_view view(MD_CHAR const* text, MD_SIZE size) {
  return {text, size};
}

std::string decoded(MD_ATTRIBUTE const& attribute) {
  return decode_entities(view(attribute.text, attribute.size));
}

class Renderer {
 public:
  explicit Renderer(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  // False if the parser gave up or the HTML is too long.
  bool run(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    if (!has_wide_table(markdown)) parser.flags |= MD_FLAG_TABLES;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return of(self).enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return of(self).leave_block(type, detail);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return of(self).enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, MD_CHAR const* text, MD_SIZE size, void* self) {
      return of(self).text(type, view(text, size));
    };
    return md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, this) == 0;
  }

  [[nodiscard]] RenderedMarkdown take() && { return std::move(result_); }

 private:
  static Renderer& of(void* self) { return *static_cast<Renderer*>(self); }

  static bool has_wide_table(std::string_view markdown) {
    auto const lines = split(markdown, "\n");
    return std::ranges::any_of(lines, [](auto line) { return std::ranges::count(line, '|') > kMaxColumns; });
  }

  // What the parser is told: other than 0 ends it.
  [[nodiscard]] int status() const { return html_.size() > max_bytes_ ? 1 : 0; }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_HR:
        html_ += "<hr>\n";
        break;
      case MD_BLOCK_H:
        heading_begin_ = html_.size();
        heading_text_.clear();
        break;
      case MD_BLOCK_CODE:
        open_code(*static_cast<MD_BLOCK_CODE_DETAIL const*>(detail));
        break;
      case MD_BLOCK_OL:
        open_ordered_list(*static_cast<MD_BLOCK_OL_DETAIL const*>(detail));
        break;
      default:
        open(kBlockTags[type]);
        break;
    }
    return status();
  }

  int leave_block(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_H) close_heading(static_cast<MD_BLOCK_H_DETAIL const*>(detail)->level);
    if (type == MD_BLOCK_CODE) html_ += "</code></pre>\n";
    if (!kBlockTags[type].empty()) {
      close(kBlockTags[type]);
      html_ += '\n';
    }
    return status();
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG && image_depth_++ == 0) {
      auto const& image = *static_cast<MD_SPAN_IMG_DETAIL const*>(detail);
      html_ += "<img";
      add_attribute("src", decoded(image.src));
      add_attribute("title", decoded(image.title));
      html_ += " alt=\"";
    }
    if (image_depth_ > 0) return status();
    if (type == MD_SPAN_A) {
      auto const& link = *static_cast<MD_SPAN_A_DETAIL const*>(detail);
      html_ += "<a";
      add_attribute("href", decoded(link.href));
      add_attribute("title", decoded(link.title));
      html_ += '>';
    } else if (type < kSpanTags.size()) {
      open(kSpanTags[type]);
    }
    return status();
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && --image_depth_ == 0) html_ += "\">";
    if (image_depth_ == 0 && type != MD_SPAN_IMG && type < kSpanTags.size()) close(kSpanTags[type]);
    return status();
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    bool const in_image = image_depth_ > 0;
    if (type == MD_TEXT_ENTITY) {
      heading_text_ += decode_entities(text);
      html_ += text;
    } else if (type == MD_TEXT_NULLCHAR) {
      html_ += "\uFFFD";
    } else if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      heading_text_ += ' ';
      html_ += type == MD_TEXT_BR && !in_image ? "<br>\n" : "\n";
    } else if (type == MD_TEXT_HTML) {
      if (!in_image) html_ += text;
    } else {
      if (!in_image) heading_text_ += text;
      html_ += escape_html(text);
    }
    return status();
  }

  void open(std::string_view tag) {
    if (!tag.empty()) ((html_ += '<') += tag) += '>';
  }

  void close(std::string_view tag) {
    if (!tag.empty()) ((html_ += "</") += tag) += '>';
  }

  void add_attribute(std::string_view name, std::string const& value) {
    if (!value.empty()) ((((html_ += ' ') += name) += "=\"") += escape_html(value)) += '"';
  }

  void open_code(MD_BLOCK_CODE_DETAIL const& code) {
    html_ += "<pre><code";
    auto const language = decoded(code.lang);
    auto const name = language.substr(0, language.find_first_of("{,:"));
    if (!name.empty()) add_attribute("class", "language-" + name);
    html_ += '>';
  }

  void open_ordered_list(MD_BLOCK_OL_DETAIL const& list) {
    html_ += "<ol";
    if (list.start != 1) add_attribute("start", std::to_string(list.start));
    html_ += ">\n";
  }

  // The heading's start tag is written last, when its text, and so its id, is known.
  void close_heading(unsigned level) {
    auto inner = html_.substr(heading_begin_);
    html_.resize(heading_begin_);
    auto const chosen = take_id(inner);
    static_cast<void>(take_id(heading_text_));
    auto const text = collapse_whitespace(heading_text_);
    bool const is_first = level == 1 && trim(html_).empty();
    auto const tag = "h" + std::to_string(level);
    if (!chosen.empty()) ids_.take(chosen);
    (html_ += '<') += tag;
    add_attribute("id", chosen.empty() ? ids_.make(text) : chosen);
    (((html_ += '>') += inner) += "</") += tag + ">\n";
    if (!is_first) return;
    result_.first_heading = text;
    result_.first_heading_end = html_.size();
  }

  // Takes "{#id}", or kramdown's "{: #id}", off the end of `heading`; gives the id, empty if it names none.
  static std::string take_id(std::string& heading) {
    auto const open = heading.rfind('{');
    if (open == std::string::npos || !heading.ends_with('}')) return {};
    auto const attributes = heading.substr(open + 1, heading.size() - open - 2);
    if (!attributes.starts_with('#') && !attributes.starts_with('.') && !attributes.starts_with(':'))
      return {};
    heading.resize(heading.find_last_not_of(' ', open == 0 ? 0 : open - 1) + 1);
    for (auto const word : split(attributes, " :")) {
      if (word.size() > 1 && word.starts_with('#')) return std::string(word.substr(1));
    }
    return {};
  }

  std::size_t max_bytes_;
  RenderedMarkdown result_;
  std::string& html_ = result_.html;
  std::string heading_text_;
  std::size_t heading_begin_ = 0;
  std::size_t image_depth_ = 0;
  HeadingIds ids_;
};

}  // namespace

Result<RenderedMarkdown> render_markdown(std::string_view markdown, std::size_t max_bytes) {
  Renderer renderer(max_bytes);
  if (!renderer.run(markdown))
    return unexpected(
        Problem{"the Markdown gives more HTML than " + std::to_string(max_bytes) + " bytes", {}});
  return std::move(renderer).take();
}

}  // namespace pressmark
