// A scan over tags that follows the HTML standard (13.2.6 tree construction) just closely enough never to
// believe the stack of open elements shorter than it is.
#include "indexer/html/html_bounds.h"

#include <algorithm>
#include <span>
#include <vector>

#include "common/strings/ascii.h"
#include "indexer/html/html_tag.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxOpenFormatting = 8;

// Its tags go, its text stays: inside it the parser would nest elements that never nest in HTML.
constexpr std::string_view kMath = "math";

// Never on the stack of open elements, or closed by the parser before another of their kind opens.
constexpr std::string_view kUncounted[] = {
    "a", "body", "caption", "colgroup", "head", "html", "p", "tbody", "td", "tfoot", "th", "thead", "tr",
};

constexpr std::string_view kVoid[] = {
    "area", "base",  "br",   "col",  "embed", "frame",  "hr",    "image",
    "img",  "input", "link", "meta", "param", "source", "track", "wbr",
};

// Open again in the next block when a block ends before they do (13.2.4.3).
constexpr std::string_view kFormatting[] = {
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
};

// Their end tag closes whatever is open inside them; any other end tag closes only the innermost element.
constexpr std::string_view kClosesWithContent[] = {
    "address", "article", "aside",  "blockquote", "button",     "center",  "dd",      "details", "dir",
    "div",     "dl",      "dt",     "fieldset",   "figcaption", "figure",  "footer",  "form",    "h1",
    "h2",      "h3",      "h4",     "h5",         "h6",         "header",  "hgroup",  "li",      "main",
    "menu",    "nav",     "object", "ol",         "pre",        "section", "summary", "table",   "ul",
};

// End tags inside these do not reach out (the parser's notion of scope).
constexpr std::string_view kScopes[] = {
    "applet", "marquee", "object", "table", "template",
};

// Elements of which nothing is read. Their content is no markup, and lasts to the end tag (13.2.6.2).
constexpr std::string_view kRawText[] = {
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title",
};
constexpr std::string_view kLinkedData = "application/ld+json";
// Others of which nothing is read.
constexpr std::string_view kUnread[] = {"select", "svg"};

// A start tag of a group closes an open element of the same group, whatever inline elements lie between.
constexpr std::string_view kTerms[] = {"dd", "dt"};
constexpr std::string_view kItems[] = {"li"};
constexpr std::span<std::string_view const> kReplacing[] = {kTerms, kItems};

// Their end tags may be missing; the end of what holds them ends them.
constexpr std::string_view kRubyParts[] = {"rb", "rp", "rt", "rtc"};

bool contains(std::span<std::string_view const> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool replaces(std::string_view open, std::string_view name) {
  return std::ranges::any_of(kReplacing,
                             [&](auto group) { return contains(group, open) && contains(group, name); });
}

class Bounder {
 public:
  Bounder(std::string_view html, std::size_t max_depth, HtmlScope scope)
      : html_(html), max_depth_(max_depth), scope_(scope) {
    result_.html.reserve(html.size());
  }

  BoundedHtml run() && {
    while (offset_ < html_.size()) {
      copy_to(std::min(html_.find('<', offset_), html_.size()));
      if (offset_ < html_.size()) read_markup();
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead) const {
    return offset_ + ahead < html_.size() ? html_[offset_ + ahead] : '\0';
  }

  void copy_to(std::size_t end) {
    result_.html += html_.substr(offset_, end - offset_);
    offset_ = end;
  }

  void read_markup() {
    if (is_letter(peek(1))) {
      read_start_tag(read_tag(html_, offset_ + 1));
    } else if (peek(1) == '/' && is_letter(peek(2))) {
      read_end_tag(read_tag(html_, offset_ + 2));
    } else if (peek(1) == '!' || peek(1) == '?' || peek(1) == '/') {
      skip_comment();
    } else {
      copy_to(offset_ + 1);
    }
  }

  // Comments, declarations, and what the standard takes for a comment.
  void skip_comment() {
    bool const proper = html_.substr(offset_).starts_with("<!--");
    if (proper && (peek(4) == '>' || (peek(4) == '-' && peek(5) == '>'))) {
      offset_ += peek(4) == '>' ? 5 : 6;
      return;
    }
    auto const closing = std::string_view(proper ? "-->" : ">");
    auto const end = html_.find(closing, offset_ + (proper ? 4 : 2));
    offset_ = end == std::string_view::npos ? html_.size() : end + closing.size();
  }

  void read_start_tag(HtmlTag const& tag) {
    if (!tag.complete) {  // a tag cut off by the end of the text is no text either
      offset_ = html_.size();
    } else if (describes_page(tag)) {
      copy_to(tag.end);
      copy_to(find_end_tag(tag.name));
    } else if (contains(kRawText, tag.name) || contains(kUnread, tag.name)) {
      skip_element(tag);
    } else if (tag.name == kMath) {
      offset_ = tag.end;
    } else if (contains(kVoid, tag.name)) {
      copy_tag(tag);
    } else if (tag.self_closing) {
      copy_tag(tag);
      result_.html += "</" + tag.name + ">";
    } else if (open(tag.name)) {
      copy_tag(tag);
    } else {
      drop_tag(tag);
    }
  }

  [[nodiscard]] bool describes_page(HtmlTag const& tag) const {
    if (scope_ != HtmlScope::page) return false;
    auto const source = html_.substr(offset_, tag.end - offset_);
    return tag.name == "title" ||
           (tag.name == "script" && lower(source).find(kLinkedData) != std::string::npos);
  }

  void read_end_tag(HtmlTag const& tag) {
    bool const counted = !contains(kUncounted, tag.name) && !contains(kFormatting, tag.name);
    if (!tag.complete) {
      offset_ = html_.size();
    } else if (tag.name == kMath) {
      offset_ = tag.end;
    } else if (counted && dropped_open_ > 0) {
      --dropped_open_;
      drop_tag(tag);
    } else {
      close(tag.name);
      copy_tag(tag);
    }
  }

  void copy_tag(HtmlTag const& tag) {
    if (!tag.too_many_attributes) return copy_to(tag.end);
    copy_to(tag.attributes_end);
    result_.html += '>';
    offset_ = tag.end;
  }

  // A space, since the tag may have parted two words.
  void drop_tag(HtmlTag const& tag) {
    result_.html += ' ';
    offset_ = tag.end;
  }

  // Leaves out an element with its content. Without an end tag raw text takes the rest of the post.
  void skip_element(HtmlTag const& tag) {
    offset_ = tag.end;
    if (tag.self_closing || std::ranges::find(unclosed_, tag.name) != unclosed_.end()) return;
    auto const end = find_end_tag(tag.name);
    if (end < html_.size() || contains(kRawText, tag.name)) {
      offset_ = end;
    } else {
      unclosed_.push_back(tag.name);
    }
  }

  // Behind the next end tag of that name, or the size of the text.
  [[nodiscard]] std::size_t find_end_tag(std::string_view name) const {
    for (auto at = html_.find("</", offset_); at != std::string_view::npos; at = html_.find("</", at + 2)) {
      auto const after = at + 2 + name.size();
      if (after >= html_.size()) break;
      bool const whole = is_space(html_[after]) || html_[after] == '/' || html_[after] == '>';
      if (whole && equal_ignoring_case(html_.substr(at + 2, name.size()), name)) {
        return read_tag(html_, at + 2).end;
      }
    }
    return html_.size();
  }

  // Notes that an element begins; false if that is one too many.
  bool open(std::string_view name) {
    if (contains(kUncounted, name)) return true;
    if (contains(kFormatting, name)) {
      if (formatting_.size() == kMaxOpenFormatting) close_formatting();
      formatting_.emplace_back(name);
      return true;
    }
    if (!open_.empty() && replaces(open_.back(), name)) {
      open_.back() = name;
      return true;
    }
    if (open_.size() < max_depth_) {
      open_.emplace_back(name);
      return true;
    }
    ++dropped_open_;
    result_.flattened = true;
    return false;
  }

  void close_formatting() {
    for (; !formatting_.empty(); formatting_.pop_back()) result_.html += "</" + formatting_.back() + ">";
  }

  void close(std::string_view name) {
    if (contains(kFormatting, name)) {
      auto const last = std::find(formatting_.rbegin(), formatting_.rend(), name);
      if (last != formatting_.rend()) formatting_.erase(std::next(last).base());
      return;
    }
    for (auto depth = open_.size(); depth > 0; --depth) {
      auto const& inner = open_[depth - 1];
      if (inner == name) return open_.resize(depth - 1);
      bool const hides_outer = contains(kScopes, inner) || (name == "li" && (inner == "ol" || inner == "ul"));
      if (hides_outer || !(contains(kClosesWithContent, name) || contains(kRubyParts, inner))) return;
    }
  }

  std::string_view html_;
  std::size_t max_depth_;
  HtmlScope scope_;
  std::size_t offset_ = 0;
  std::vector<std::string> open_;
  std::vector<std::string> formatting_;
  std::size_t dropped_open_ = 0;
  std::vector<std::string> unclosed_;  // of kUnread: the rest of the text holds no end tag of theirs
  BoundedHtml result_;
};

}  // namespace

BoundedHtml bound_html(std::string_view html, std::size_t max_depth, HtmlScope scope) {
  return Bounder(html, max_depth, scope).run();
}

}  // namespace pressmark
