// Reading a tree of HTML in document order.
#include "indexer/extract/article_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/extract/code_text.h"
#include "indexer/extract/markdown_markers.h"

namespace pressmark {
namespace {

// Fewer words are the name of a file, a logo, an emoji: nothing a reader would search for.
constexpr std::ptrdiff_t kMinImageWords = 3;

// "Rule of thumb:" is a label, a sentence that ends in a colon is not.
constexpr std::ptrdiff_t kMaxLabelWords = 4;

std::ptrdiff_t count_words(std::string_view collapsed) {
  return collapsed.empty() ? 0 : std::ranges::count(collapsed, ' ') + 1;
}

bool is_bold(std::string_view tag) {
  return tag == "strong" || tag == "b";
}

// The kind of a block inside one of kind `outer`: items of a list in a quote, a callout or a cell stay what
// that is.
BlockKind inner_kind(BlockKind outer, std::optional<BlockKind> inner) {
  if (!inner) return outer;
  bool const yields = *inner == BlockKind::list_item && outer != BlockKind::text;
  return yields ? outer : *inner;
}

// The end of the label that a callout starts with, a few bold words and a colon; 0 if it has none.
std::size_t label_end(Prose const& prose) {
  std::string_view const text = prose.marked.text;
  auto end = prose.leading_bold_end;
  if (text.starts_with("**")) {  // bold that was never rendered
    auto const closing = text.find("**", 2);
    end = closing == std::string_view::npos ? 0 : closing + 2;
  }
  if (end == 0 || count_words(text.substr(0, end)) > kMaxLabelWords) return 0;
  auto const last = text.substr(0, end).find_last_not_of("* ");
  if (last != std::string_view::npos && text[last] == ':') return end;
  return end < text.size() && text[end] == ':' ? end + 1 : 0;
}

// True if the author marked all of the text.
bool is_marked_whole(MarkedText const& marked) {
  Mark const whole{MarkKind::emphasis, 0, static_cast<std::uint32_t>(marked.text.size())};
  return std::ranges::find(marked.marks, whole) != marked.marks.end();
}

// The level of h1 to h6.
std::uint8_t heading_level(HtmlNode node) {
  return static_cast<std::uint8_t>(node.tag()[1] - '0');
}

// The first anchor inside a heading that readers can see: an icon's parts have ids too.
std::string_view first_anchor_beneath(HtmlNode node) {
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    auto const child = node.child(i);
    auto anchor = child.tag() == "a" || child.tag() == "span" ? anchor_of(child) : std::string_view();
    if (anchor.empty()) anchor = first_anchor_beneath(child);
    if (!anchor.empty()) return anchor;
  }
  return {};
}

enum class FirstContent : std::uint8_t { none, heading, other };

FirstContent first_content(HtmlNode node) {
  if (node.is_text()) return trim(node.text()).empty() ? FirstContent::none : FirstContent::other;
  auto const flow = rule_for(node.tag()).flow;
  if (flow == Flow::heading) return FirstContent::heading;
  if (flow == Flow::image || flow == Flow::preformatted) return FirstContent::other;
  if (flow == Flow::skipped || flow == Flow::skipped_block) return FirstContent::none;
  for (std::size_t i = 0; i < node.child_count(); ++i) {
    if (auto const first = first_content(node.child(i)); first != FirstContent::none) return first;
  }
  return FirstContent::none;
}

// The anchor of an element that is a section: by its name, or because it begins with a heading.
std::string_view section_anchor(HtmlNode node) {
  auto const tag = node.tag();
  bool const landmark = tag == "section" || tag == "article";
  if (!landmark && tag != "div") return {};
  auto const anchor = anchor_of(node);
  if (anchor.empty() || landmark) return anchor;
  return first_content(node) == FirstContent::heading ? anchor : std::string_view();
}

}  // namespace

std::vector<Section> ArticleReader::read(HtmlNode body) {
  visit_children(body, {});
  end_block({});
  return sections_.take();
}

void ArticleReader::visit(HtmlNode node, Context context) {
  if (node.is_text()) {
    visit_text(node);
  } else if (node.is_element()) {
    visit_element(node, resolve_rule(node, context.layout), context);
  }
}

void ArticleReader::visit_text(HtmlNode node) {
  auto const text = node.text();
  if (code_depth_ > 0) {
    run_.append(decode_again(text));
  } else {
    run_.append(text);
  }
  if (!trim(text).empty()) pending_anchor_.clear();
}

void ArticleReader::visit_element(HtmlNode node, ElementRule const& rule, Context context) {
  if (context.in_heading && !context.keep_permalinks && is_permalink(node)) return;
  switch (rule.flow) {
    case Flow::inside:
      return visit_content(node, rule, context);
    case Flow::block:
      return visit_block(node, rule, context);
    case Flow::line_break:
      return run_.append_space();
    case Flow::image:
      return read_image(node);
    case Flow::skipped:
      return;
    case Flow::skipped_block:
      return end_block(context);
    case Flow::quotation:
      run_.append("“");
      visit_content(node, rule, context);
      return run_.append("”");
    case Flow::heading:
      if (context.in_heading) return visit_block(node, rule, context);
      end_block(context);
      return read_heading(node, context);
    case Flow::preformatted:
      if (context.in_heading) return visit_block(node, rule, context);
      end_block(context);
      return read_code(node);
  }
}

void ArticleReader::visit_block(HtmlNode node, ElementRule const& rule, Context context) {
  end_block(context);
  auto inner = context;
  inner.kind = inner_kind(context.kind, rule.kind);
  bool const is_callout = inner.kind == BlockKind::callout && context.kind != BlockKind::callout;
  if (is_callout) callout_begins_ = true;

  auto const anchor = context.in_heading ? std::string_view() : section_anchor(node);
  std::optional<SectionList::Place> outer;
  if (!anchor.empty()) outer = sections_.enter(anchor);

  visit_content(node, rule, inner);
  end_block(inner);
  if (outer) sections_.leave(std::move(*outer));
  if (is_callout) callout_begins_ = false;
}

void ArticleReader::visit_content(HtmlNode node, ElementRule const& rule, Context context) {
  auto const tag = node.tag();
  bool const link = tag == "a" && node.attribute("href");
  if ((tag == "a" || tag == "span") && !anchor_of(node).empty()) pending_anchor_ = anchor_of(node);
  if (rule.mark) run_.open_mark(*rule.mark);
  if (rule.mark == MarkKind::code) ++code_depth_;
  if (link) run_.open_link();
  if (is_bold(tag)) run_.open_bold();

  visit_children(node, context);

  if (is_bold(tag)) run_.close_bold();
  if (link) run_.close_link();
  if (rule.mark == MarkKind::code) --code_depth_;
  if (rule.mark) run_.close_mark(*rule.mark);
}

void ArticleReader::visit_children(HtmlNode node, Context context) {
  context.layout = layout_within(node);
  for (std::size_t i = 0; i < node.child_count(); ++i) visit(node.child(i), context);
}

void ArticleReader::read_heading(HtmlNode node, Context context) {
  std::string anchor(anchor_of(node));
  if (anchor.empty()) anchor = first_anchor_beneath(node);
  if (anchor.empty()) anchor = pending_anchor_;

  context.in_heading = true;
  Heading heading{read_heading_text(node, context), std::move(anchor), heading_level(node)};
  pending_anchor_.clear();

  bool const in_outline = context.kind == BlockKind::text;
  if (in_outline || !heading.anchor.empty()) {
    sections_.add_outline_heading(std::move(heading));
  } else if (!heading.content.text.empty()) {
    sections_.add({BlockKind::heading, std::move(heading.content.text), std::move(heading.content.marks)});
  }
}

MarkedText ArticleReader::read_heading_text(HtmlNode node, Context context) {
  visit_children(node, context);
  auto content = run_.take().marked;
  strip_markdown_markers(content);
  trim(content);
  if (has_word(content.text)) return content;
  if (context.keep_permalinks) return {};
  context.keep_permalinks = true;  // the whole heading may be its permalink
  return read_heading_text(node, context);
}

void ArticleReader::read_code(HtmlNode node) {
  auto text = code_text(node);
  if (has_word(text)) sections_.add({BlockKind::code, std::move(text), {}});
  pending_anchor_.clear();
}

void ArticleReader::read_image(HtmlNode node) {
  auto text = collapse_whitespace(node.attribute("alt").value_or(std::string_view()));
  if (count_words(text) >= kMinImageWords && has_word(text)) image_texts_.push_back(std::move(text));
}

void ArticleReader::end_block(Context context) {
  if (context.in_heading) return run_.append_space();
  if (!run_.empty()) add_prose(run_.take(), context.kind);
  for (auto& text : std::exchange(image_texts_, {})) sections_.add({BlockKind::image, std::move(text), {}});
}

void ArticleReader::add_prose(Prose prose, BlockKind kind) {
  if (kind == BlockKind::text && prose.lone_link && lone_links_ == LoneLinks::drop) return;
  auto& marked = prose.marked;
  if (kind == BlockKind::callout && std::exchange(callout_begins_, false)) {
    erase(marked, {{0, label_end(prose)}});
  }
  strip_markdown_markers(marked);
  trim(marked);
  if (!has_word(marked.text)) return;
  if (kind == BlockKind::text && is_marked_whole(marked)) kind = BlockKind::key;
  sections_.add({kind, std::move(marked.text), std::move(marked.marks)});
}

}  // namespace pressmark
