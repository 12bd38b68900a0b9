// A scan over tags that follows the HTML standard (13.2.5 tokenization, 13.2.6 tree construction) just
// closely enough never to believe the stack of open elements shorter than it is.
#include "indexer/extract/html_bounds.h"

#include <algorithm>
#include <span>
#include <vector>

#include "common/base/ascii.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxAttributes = 256;
constexpr std::size_t kMaxOpenFormatting = 16;

// Never on the stack of open elements, or closed by the parser before another of their kind opens.
constexpr std::string_view kUncounted[] = {
    "a",   "area",   "base", "body", "br",  "caption", "col",      "colgroup", "embed", "frame",
    "head", "hr",    "html", "image", "img", "input",  "link",     "meta",     "p",     "param",
    "source", "tbody", "td", "tfoot", "th",  "thead",  "tr",       "track",    "wbr",
};

// Open again in the next block when a block ends before they do (13.2.4.3).
constexpr std::string_view kFormatting[] = {
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
};

// Their end tag closes whatever is open inside them; any other end tag closes only the innermost element.
constexpr std::string_view kClosesWithContent[] = {
    "address", "article",  "aside",  "blockquote", "button", "center", "dd",  "details", "dir",
    "div",     "dl",       "dt",     "fieldset",   "figcaption", "figure", "footer", "form", "h1",
    "h2",      "h3",       "h4",     "h5",         "h6",     "header", "hgroup", "li",   "main",
    "menu",    "nav",      "object", "ol",         "pre",    "section", "summary", "table", "ul",
};

// End tags inside these do not reach out (the parser's notion of scope).
constexpr std::string_view kScopes[] = {
    "applet", "marquee", "math", "object", "svg", "table", "template",
};

constexpr std::string_view kNotMarkup[] = {
    "iframe", "noembed", "noframes", "script", "style", "textarea", "title",
};

// A start tag of a group closes an open element of the same group.
constexpr std::string_view kHeadings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
constexpr std::string_view kTerms[] = {"dd", "dt"};
constexpr std::string_view kItems[] = {"li"};
constexpr std::string_view kOptions[] = {"option"};
constexpr std::string_view kRuby[] = {"rb", "rp", "rt", "rtc"};
constexpr std::span<std::string_view const> kReplacing[] = {kHeadings, kTerms, kItems, kOptions, kRuby};

bool contains(std::span<std::string_view const> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool replaces(std::string_view open, std::string_view name) {
  return std::ranges::any_of(kReplacing, [&](auto group) { return contains(group, open) && contains(group, name); });
}

struct Tag {
  std::string name;              // lower case
  std::size_t end = 0;           // behind the '>', or the size of the text if there is none
  std::size_t attributes_end = 0;  // behind the last attribute within the limit
  bool complete = false;         // ended by '>'
  bool self_closing = false;
  bool too_many_attributes = false;
};

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  // The tag whose name starts at `offset`.
  Tag read(std::size_t offset) {
    offset_ = offset;
    Tag tag;
    skip_until([](char c) { return is_space(c) || c == '/' || c == '>'; });
    tag.name = lower(html_.substr(offset, offset_ - offset));
    tag.attributes_end = offset_;
    std::size_t attributes = 0;
    while (true) {
      skip_until([](char c) { return !is_space(c) && c != '/'; });
      if (at_end() || html_[offset_] == '>') break;
      skip_attribute();
      if (++attributes <= kMaxAttributes) tag.attributes_end = offset_;
    }
    tag.complete = !at_end();
    tag.too_many_attributes = attributes > kMaxAttributes;
    tag.self_closing = tag.complete && html_[offset_ - 1] == '/' && offset_ > tag.attributes_end;
    tag.end = tag.complete ? offset_ + 1 : offset_;
    return tag;
  }

 private:
  [[nodiscard]] bool at_end() const { return offset_ == html_.size(); }

  template <typename Predicate>
  void skip_until(Predicate stop) {
    while (!at_end() && !stop(html_[offset_])) ++offset_;
  }

  void skip_attribute() {
    ++offset_;  // whatever comes first belongs to the name, even '='
    skip_until([](char c) { return is_space(c) || c == '/' || c == '>' || c == '='; });
    auto const name_end = offset_;
    skip_until([](char c) { return !is_space(c); });
    if (at_end() || html_[offset_] != '=') {
      offset_ = name_end;
      return;
    }
    ++offset_;
    skip_until([](char c) { return !is_space(c); });
    if (at_end()) return;
    if (char const quote = html_[offset_]; quote == '"' || quote == '\'') {
      offset_ = std::min(html_.find(quote, offset_ + 1), html_.size() - 1) + 1;
    } else {
      skip_until([](char c) { return is_space(c) || c == '>'; });
    }
  }

  std::string_view html_;
  std::size_t offset_ = 0;
};

class Bounder {
 public:
  Bounder(std::string_view html, std::size_t max_depth) : html_(html), max_depth_(max_depth) {
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
      read_start_tag(TagReader(html_).read(offset_ + 1));
    } else if (peek(1) == '/' && is_letter(peek(2))) {
      read_end_tag(TagReader(html_).read(offset_ + 2));
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

  void read_start_tag(Tag const& tag) {
    if (!tag.complete) {  // a tag cut off by the end of the text is no text either
      offset_ = html_.size();
    } else if (contains(kNotMarkup, tag.name)) {
      skip_content(tag);
    } else if (open(tag.name)) {
      copy_tag(tag);
    } else {
      drop_tag(tag);
    }
  }

  void read_end_tag(Tag const& tag) {
    if (!tag.complete) {
      offset_ = html_.size();
    } else if (dropped_open_ > 0 && !contains(kUncounted, tag.name) && !contains(kFormatting, tag.name)) {
      --dropped_open_;
      drop_tag(tag);
    } else {
      close(tag.name);
      copy_tag(tag);
    }
  }

  void copy_tag(Tag const& tag) {
    if (!tag.too_many_attributes) return copy_to(tag.end);
    copy_to(tag.attributes_end);
    result_.html += '>';
    offset_ = tag.end;
  }

  // A space, since the tag may have parted two words.
  void drop_tag(Tag const& tag) {
    result_.html += ' ';
    offset_ = tag.end;
  }

  // XML writes `<iframe/>` for an empty one; HTML would take the rest of the post for its content.
  void skip_content(Tag const& tag) {
    offset_ = tag.end;
    if (tag.self_closing) return;
    while ((offset_ = html_.find("</", offset_)) != std::string_view::npos) {
      auto const name = html_.substr(offset_ + 2, tag.name.size());
      char const next = peek(2 + tag.name.size());
      if (equal_ignoring_case(name, tag.name) && (is_space(next) || next == '/' || next == '>')) {
        offset_ = TagReader(html_).read(offset_ + 2).end;
        return;
      }
      offset_ += 2;
    }
    offset_ = html_.size();
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
      if (hides_outer || !contains(kClosesWithContent, name)) return;
    }
  }

  std::string_view html_;
  std::size_t max_depth_;
  std::size_t offset_ = 0;
  std::vector<std::string> open_;
  std::vector<std::string> formatting_;
  std::size_t dropped_open_ = 0;
  BoundedHtml result_;
};

}  // namespace

BoundedHtml bound_html(std::string_view html, std::size_t max_depth) {
  return Bounder(html, max_depth).run();
}

}  // namespace pressmark
