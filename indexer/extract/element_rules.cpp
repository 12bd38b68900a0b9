// The tables of elements and class names, and what is read off attributes.
#include "indexer/extract/element_rules.h"

#include <algorithm>
#include <span>
#include <string>

#include "common/strings/ascii.h"
#include "indexer/extract/marked_text.h"
#include "indexer/html/html_walk.h"

namespace pressmark {
namespace {

using Names = std::span<std::string_view const>;

// Ordered by name. Ruby annotations are left out: between the characters of a word they would part it.
constexpr ElementRule kRules[] = {
    {"address", Flow::block},
    {"annotation", Flow::skipped},
    {"annotation-xml", Flow::skipped},
    {"article", Flow::block},
    {"aside", Flow::block, BlockKind::callout},
    {"audio", Flow::skipped_block},
    {"b"},
    {"blockquote", Flow::block, BlockKind::quote},
    {"body", Flow::block},
    {"br", Flow::line_break},
    {"button", Flow::skipped},
    {"canvas", Flow::skipped},
    {"caption", Flow::block, BlockKind::caption},
    {"center", Flow::block},
    {"code", Flow::inside, {}, MarkKind::code},
    {"datalist", Flow::skipped},
    {"dd", Flow::block, BlockKind::list_item},
    {"details", Flow::block},
    {"dfn", Flow::inside, {}, MarkKind::definition},
    {"dialog", Flow::block},
    {"dir", Flow::block},
    {"div", Flow::block},
    {"dl", Flow::block},
    {"dt", Flow::block, BlockKind::list_item},
    {"fieldset", Flow::block},
    {"figcaption", Flow::block, BlockKind::caption},
    {"figure", Flow::block},
    {"footer", Flow::block},
    {"form", Flow::skipped_block},
    {"h1", Flow::heading},
    {"h2", Flow::heading},
    {"h3", Flow::heading},
    {"h4", Flow::heading},
    {"h5", Flow::heading},
    {"h6", Flow::heading},
    {"header", Flow::block},
    {"hgroup", Flow::block},
    {"hr", Flow::block},
    {"html", Flow::block},
    {"iframe", Flow::skipped_block},
    {"img", Flow::image},
    {"input", Flow::skipped},
    {"kbd", Flow::inside, {}, MarkKind::code},
    {"legend", Flow::block, BlockKind::caption},
    {"li", Flow::block, BlockKind::list_item},
    {"listing", Flow::preformatted},
    {"main", Flow::block},
    {"mark", Flow::inside, {}, MarkKind::emphasis},
    {"menu", Flow::block},
    {"meter", Flow::skipped},
    {"nav", Flow::skipped_block},
    {"noscript", Flow::skipped},
    {"object", Flow::skipped_block},
    {"ol", Flow::block},
    {"optgroup", Flow::skipped},
    {"option", Flow::skipped},
    {"p", Flow::block},
    {"plaintext", Flow::preformatted},
    {"pre", Flow::preformatted},
    {"progress", Flow::skipped},
    {"q", Flow::quotation},
    {"rp", Flow::skipped},
    {"rt", Flow::skipped},
    {"rtc", Flow::skipped},
    {"samp", Flow::inside, {}, MarkKind::code},
    {"script", Flow::skipped},
    {"search", Flow::block},
    {"section", Flow::block},
    {"select", Flow::skipped},
    {"style", Flow::skipped},
    {"summary", Flow::block},
    {"svg", Flow::skipped},
    {"table", Flow::block},
    {"tbody", Flow::block},
    {"td", Flow::block, BlockKind::cell},
    {"template", Flow::skipped},
    {"textarea", Flow::skipped},
    {"tfoot", Flow::block},
    {"th", Flow::block, BlockKind::cell},
    {"thead", Flow::block},
    {"title", Flow::skipped},
    {"tr", Flow::block},
    {"tt", Flow::inside, {}, MarkKind::code},
    {"ul", Flow::block},
    {"var", Flow::inside, {}, MarkKind::code},
    {"video", Flow::skipped_block},
    {"xmp", Flow::preformatted},
};
static_assert(std::ranges::is_sorted(kRules, {}, &ElementRule::tag));

constexpr std::string_view kCalloutClasses[] = {
    "admonition", "alert", "callout", "info", "note", "tip", "warning",
};
constexpr std::string_view kCalloutElements[] = {"aside", "blockquote", "details", "div", "p"};

constexpr std::string_view kKeyClasses[] = {
    "key", "key-point", "key-takeaway", "key-takeaways", "takeaway", "takeaways", "why",
};
constexpr std::string_view kKeyElements[] = {"aside", "blockquote", "div", "p"};

constexpr std::string_view kGutterClasses[] = {
    "blob-num",     "gutter", "hljs-ln-numbers", "line-number", "line-numbers", "line-numbers-rows",
    "linenumber",   "lineno", "linenos",         "linenumbers", "ln",           "lnt",
    "rouge-gutter",
};

constexpr std::string_view kPermalinkClasses[] = {
    "anchor",
    "header-anchor",
    "headerlink",
    "permalink",
};
constexpr std::string_view kPermalinkSymbols[] = {"#", "¶", "§", "🔗"};
constexpr std::size_t kMaxPermalinkBytes = 4;

constexpr std::string_view kBlockDisplays[] = {"block", "flex", "flow-root", "grid", "list-item", "table"};
constexpr std::string_view kRowDisplays[] = {"flex", "grid", "inline-flex", "inline-grid"};

bool contains(Names names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// Calls `visit` with each part of `list` between separators, until it returns true.
template <typename Visit>
bool any_part(std::string_view list, std::string_view separators, Visit visit) {
  while (!list.empty()) {
    auto const size = std::min(list.find_first_of(separators), list.size());
    if (visit(list.substr(0, size))) return true;
    list.remove_prefix(std::min(size + 1, list.size()));
  }
  return false;
}

bool has_class(HtmlNode node, Names classes) {
  auto const value = node.attribute("class");
  return value && any_part(*value, " \t\n\f\r", [&](auto name) { return contains(classes, name); });
}

// The value of `display` in the inline style, in lower case; empty if it is not there.
std::string css_display(HtmlNode node) {
  std::string display;
  auto const style = node.attribute("style");
  if (!style) return display;
  any_part(*style, ";", [&](std::string_view declaration) {
    auto const colon = declaration.find(':');
    if (colon == std::string_view::npos) return false;
    if (!equal_ignoring_case(trim(declaration.substr(0, colon)), "display")) return false;
    auto const value = trim(declaration.substr(colon + 1));
    display = lower(trim(value.substr(0, value.find('!'))));  // without "!important"
    return false;                                             // the last declaration wins
  });
  return display;
}

bool is_hidden(HtmlNode node) {
  if (auto const hidden = node.attribute("hidden"); hidden && !equal_ignoring_case(*hidden, "until-found")) {
    return true;
  }
  auto const aria_hidden = node.attribute("aria-hidden");
  return aria_hidden && equal_ignoring_case(*aria_hidden, "true");
}

bool is_numbers(std::string_view text) {
  return text.find_first_not_of("0123456789 \t\r\n\xC2\xA0.:|") == std::string_view::npos;
}

// The classes also name code that has numbered lines; a gutter holds the numbers alone.
bool is_line_gutter(HtmlNode node) {
  return has_class(node, kGutterClasses) &&
         !any_beneath(node, [](HtmlNode child) { return !is_numbers(child.text()); });
}

bool is_link(HtmlNode node) {
  return node.tag() == "a" && node.attribute("href");
}

// `sup` around a link within the page: its number would stick to the word before it.
bool is_footnote_call(HtmlNode node) {
  return node.tag() == "sup" && any_beneath(node, [](HtmlNode child) {
           return is_link(child) && child.attribute("href")->starts_with('#');
         });
}

bool has_unlinked_word(HtmlNode node) {
  if (node.is_text()) return has_word(node.text());
  if (is_link(node)) return false;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    if (has_unlinked_word(node.child(i))) return true;
  }
  return false;
}

// Some publishing systems wrap a whole page in a form.
bool holds_page(HtmlNode form) {
  return any_beneath(form, [](HtmlNode node) {
    auto const tag = node.tag();
    return tag == "article" || tag == "main" || tag == "h1";
  });
}

bool is_skipped_block(HtmlNode node, std::string_view display) {
  auto const role = node.attribute("role");
  return display == "none" || is_hidden(node) || (role && equal_ignoring_case(*role, "navigation")) ||
         is_line_gutter(node) || (node.tag() == "footer" && !has_unlinked_word(node));
}

std::optional<BlockKind> kind_by_class(HtmlNode node) {
  auto const tag = node.tag();
  if (contains(kKeyElements, tag) && has_class(node, kKeyClasses)) return BlockKind::key;
  if (contains(kCalloutElements, tag) && has_class(node, kCalloutClasses)) return BlockKind::callout;
  return std::nullopt;
}

}  // namespace

ElementRule const& rule_for(std::string_view tag) {
  static constexpr ElementRule kUnknown{};
  auto const* found = std::ranges::lower_bound(kRules, tag, {}, &ElementRule::tag);
  return found != std::end(kRules) && found->tag == tag ? *found : kUnknown;
}

ElementRule resolve_rule(HtmlNode node, Layout around) {
  auto rule = rule_for(node.tag());
  if (rule.tag == "form" && holds_page(node)) rule.flow = Flow::block;
  if (rule.flow == Flow::skipped || rule.flow == Flow::skipped_block) return rule;

  auto const display = css_display(node);
  if (is_skipped_block(node, display)) {
    rule.flow = rule.flow == Flow::inside ? Flow::skipped : Flow::skipped_block;
  } else if (is_footnote_call(node)) {
    rule.flow = Flow::skipped;
  } else if (rule.flow == Flow::inside && (around == Layout::blocks || contains(kBlockDisplays, display))) {
    rule.flow = Flow::block;
  }
  if (auto const kind = kind_by_class(node)) rule.kind = kind;
  return rule;
}

Layout layout_within(HtmlNode node) {
  return contains(kRowDisplays, css_display(node)) ? Layout::blocks : Layout::flow;
}

bool is_permalink(HtmlNode node) {
  if (node.tag() != "a") return false;
  if (has_class(node, kPermalinkClasses)) return true;
  std::string text;
  any_beneath(node, [&](HtmlNode child) {
    text += trim(child.text());
    return text.size() > kMaxPermalinkBytes;
  });
  return contains(kPermalinkSymbols, text);
}

std::string_view anchor_of(HtmlNode node) {
  if (auto const id = node.attribute("id"); id && !id->empty()) return *id;
  if (node.tag() != "a") return {};
  return node.attribute("name").value_or(std::string_view());
}

}  // namespace pressmark
