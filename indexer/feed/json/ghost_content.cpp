// The editors' documents, walked. Cards that hold no text of the post are passed over.
#include "indexer/feed/json/ghost_content.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "common/strings/number_text.h"
#include "indexer/decode/text_markup.h"
#include "indexer/json/json_items.h"

namespace pressmark {
namespace {

std::string element(std::string const& name, std::string const& content) {
  return "<" + name + ">" + content + "</" + name + ">";
}

std::string link(std::string const& url, std::string const& content) {
  return "<a href=\"" + escape_markup(url) + "\">" + content + "</a>";
}

std::string code_block(std::string const& language, std::string const& code) {
  auto const label = language.empty() ? std::string() : " class=\"language-" + escape_markup(language) + "\"";
  return "<pre><code" + label + ">" + escape_markup(code) + "</code></pre>\n";
}

std::string image(JsonValue const& card) {
  auto const caption = card.text_of("caption");  // HTML, as the editor keeps it
  return "<figure><img src=\"" + escape_markup(card.text_of("src")) + "\" alt=\"" +
         escape_markup(card.text_of("alt")) + "\">" +
         (caption.empty() ? caption : element("figcaption", caption)) + "</figure>\n";
}

// A card that either editor may hold, by its name and content.
std::string card_html(std::string_view name, JsonValue const& card) {
  if (name == "html") return card.text_of("html") + "\n";
  if (name == "code" || name == "codeblock")
    return code_block(card.text_of("language"), card.text_of("code"));
  if (name == "image") return image(card);
  if (name == "callout") return element("aside", card.text_of("calloutText")) + "\n";
  if (name == "toggle") {
    return element("details", element("summary", card.text_of("heading")) + card.text_of("content")) + "\n";
  }
  if (name == "markdown" || name == "card-markdown") return markup_of_text(card.text_of("markdown"));
  return {};
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// Lexical: a tree of typed nodes. Its depth is bounded by that of JSON.
class Lexical {
 public:
  static std::string html(JsonValue const& document) {
    auto const* const root = document.find("root");
    return root == nullptr ? std::string() : children(*root);
  }

 private:
  static std::string children(JsonValue const& node) {
    std::string html;
    for (auto const* const child : node.list_of("children")) html += node_html(*child);
    return html;
  }

  static std::string node_html(JsonValue const& node) {
    auto type = node.text_of("type");
    if (constexpr std::string_view kPrefix = "extended-"; type.starts_with(kPrefix))
      type.erase(0, kPrefix.size());
    if (type == "text") return text(node);
    if (type == "linebreak") return "<br>";
    if (type == "link") return link(node.text_of("url"), children(node));
    if (type == "heading")
      return element(is_heading(node.text_of("tag")) ? node.text_of("tag") : "h2", children(node)) + "\n";
    if (type == "list")
      return element(node.text_of("listType") == "number" ? "ol" : "ul", children(node)) + "\n";
    if (type == "listitem") return element("li", children(node));
    if (type == "quote" || type == "aside") return element("blockquote", children(node)) + "\n";
    if (type == "paragraph") return element("p", children(node)) + "\n";
    auto const card = card_html(type, node);
    return card.empty() ? children(node) : card;
  }

  static std::string text(JsonValue const& node) {
    constexpr unsigned kCode = 16;  // Lexical's bit for it
    auto const format = leading_number<unsigned>(node.text_of("format")).value_or(0);
    auto const words = escape_markup(node.text_of("text"));
    return (format & kCode) != 0 ? element("code", words) : words;
  }
};

// Mobiledoc 0.3: sections as arrays of numbers, texts and references to cards and markups.
class Mobiledoc {
 public:
  explicit Mobiledoc(JsonValue const& document)
      : cards_(document.list_of("cards")), markups_(document.list_of("markups")), document_(document) {}

  [[nodiscard]] std::string html() const {
    std::string html;
    for (auto const* const section : document_.list_of("sections")) html += section_html(section->elements);
    return html;
  }

 private:
  using Values = std::vector<JsonValue>;

  static std::size_t number(Values const& values, std::size_t at) {
    return at < values.size() ? leading_number<std::size_t>(values[at].text).value_or(0) : 0;
  }

  [[nodiscard]] std::string section_html(Values const& section) const {
    constexpr std::size_t kMarkup = 1;
    constexpr std::size_t kList = 3;
    constexpr std::size_t kCard = 10;
    if (section.empty()) return {};
    auto const type = number(section, 0);
    if (type == kCard) return card(number(section, 1));
    if (section.size() < 3) return {};
    auto const& tag = section[1].text;
    if (type == kMarkup) {
      return element(is_heading(tag) || tag == "blockquote" ? tag : "p", markers(section[2].elements)) + "\n";
    }
    if (type != kList) return {};
    std::string items;
    for (auto const& item : section[2].elements) items += element("li", markers(item.elements));
    return element(tag == "ol" ? "ol" : "ul", items) + "\n";
  }

  [[nodiscard]] std::string card(std::size_t index) const {
    if (index >= cards_.size() || cards_[index]->elements.size() < 2) return {};
    return card_html(cards_[index]->elements[0].text, cards_[index]->elements[1]);
  }

  // Texts, each with the markups that begin before it and how many end after it. Of the markups
  // links and code count.
  [[nodiscard]] std::string markers(Values const& list) const {
    std::string html;
    std::vector<std::string> open;  // end tags
    for (auto const& marker : list) {
      auto const& parts = marker.elements;
      if (parts.size() < 4) continue;
      for (std::size_t i = 0; i < parts[1].elements.size(); ++i)
        begin(number(parts[1].elements, i), html, open);
      html += escape_markup(parts[3].text);
      for (auto ending = std::min(number(parts, 2), open.size()); ending > 0; --ending) end(html, open);
    }
    while (!open.empty()) end(html, open);
    return html;
  }

  void begin(std::size_t index, std::string& html, std::vector<std::string>& open) const {
    open.emplace_back();
    if (index >= markups_.size() || markups_[index]->elements.empty()) return;
    auto const& markup = markups_[index]->elements;
    auto const& tag = markup[0].text;
    if (tag == "code") html += "<code>";
    if (tag == "a") html += "<a href=\"" + escape_markup(href(markup)) + "\">";
    if (tag == "code" || tag == "a") open.back() = "</" + tag + ">";
  }

  static void end(std::string& html, std::vector<std::string>& open) {
    html += open.back();
    open.pop_back();
  }

  // Attributes are a list of names and values in turn.
  static std::string href(Values const& markup) {
    if (markup.size() < 2) return {};
    auto const& attributes = markup[1].elements;
    for (std::size_t i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes[i].text == "href") return attributes[i + 1].text;
    }
    return {};
  }

  std::vector<JsonValue const*> cards_;
  std::vector<JsonValue const*> markups_;
  JsonValue const& document_;
};

}  // namespace

std::string ghost_html(JsonValue const& row, InputLimits const& limits) {
  if (auto html = row.text_of("html"); !html.empty()) return html;
  if (auto const lexical = parse_json(row.text_of("lexical"), limits)) return Lexical::html(*lexical);
  if (auto const mobiledoc = parse_json(row.text_of("mobiledoc"), limits))
    return Mobiledoc(*mobiledoc).html();
  return markup_of_text(row.text_of("plaintext"));
}

}  // namespace pressmark
