// A scan for tags that knows which lines are code, and one for statements.
#include "indexer/markdown/shortcodes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <unordered_set>
#include <vector>

#include "common/strings/ascii.h"
#include "common/strings/escape_html.h"
#include "common/strings/text_list.h"
#include "indexer/decode/start_tag.h"

namespace pressmark {
namespace {

struct TagKind {
  std::string_view opening;
  std::string_view closing;
};

// The longer openings first.
constexpr std::array<TagKind, 6> kKinds = {
    {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{{", "}}"}, {"{#", "#}"}, {"{/*", "*/}"}}};
constexpr std::size_t kHeadingAttribute = 4;  // "{#" may be the id of a heading, "{#oil}"

constexpr std::size_t kMaxAttributes = 200;  // bytes

constexpr std::size_t kMaxLabel = 100;  // bytes of "[^1]"

constexpr std::string_view kFence = "```";

// Tags of pictures with words to them: Hugo's own, and those that themes have for Jekyll's `include`.
constexpr std::string_view kFigures[] = {"figure", "include", "image", "img", "picture"};

// The mark of a footnote, "[^1]", that `text` begins with; else empty.
std::string_view footnote_at(std::string_view text) {
  if (!text.starts_with("[^")) return {};
  auto const end = text.substr(0, kMaxLabel).find_first_of("] \t\n");
  bool const is_mark = end != std::string_view::npos && end > 2 && text[end] == ']';
  return is_mark ? text.substr(0, end + 1) : std::string_view();
}

// The marks of the footnotes whose texts are in `text`: lines that begin with "[^1]:".
std::unordered_set<std::string_view> footnotes_in(std::string_view text) {
  std::unordered_set<std::string_view> marks;
  for (auto const line : split(text, "\n")) {
    auto const mark = footnote_at(line);
    if (!mark.empty() && line.substr(mark.size()).starts_with(':')) marks.insert(mark);
  }
  return marks;
}

class Stripper {
 public:
  explicit Stripper(std::string_view text) : text_(text), footnotes_(footnotes_in(text)) {
    result_.reserve(text.size());
  }

  std::string run() && {
    while (at_ < text_.size()) {
      if (at_line_start()) {
        in_heading_ = text_[at_] == '#';
        if (copy_fenced_code() || copy_directive_title()) continue;
      }
      if (text_[at_] == '`') {
        copy_inline_code();
      } else if (text_[at_] == '[' && skip_footnote_mark()) {
        continue;
      } else if (text_[at_] != '{' || !read_tag()) {
        result_ += text_[at_++];
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool at_line_start() const { return at_ == 0 || text_[at_ - 1] == '\n'; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  void copy_to(std::size_t end) {
    result_ += text_.substr(at_, end - at_);
    at_ = end;
  }

  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size() - 1) + 1;
  }

  // The fence that the line at `at` has: "```" or "~~~" or longer, indented by three spaces at most; else
  // empty.
  [[nodiscard]] std::string_view fence_at(std::size_t at) const {
    auto line = text_.substr(at, line_end(at) - at);
    line.remove_prefix(std::min({line.find_first_not_of(' '), std::size_t{3}, line.size()}));
    if (line.empty() || (line.front() != '`' && line.front() != '~')) return {};
    auto const fence = line.substr(0, line.find_first_not_of(line.front()));
    return fence.size() < kFence.size() ? std::string_view() : fence;
  }

  bool copy_fenced_code() {
    auto const fence = fence_at(at_);
    if (fence.empty()) return false;
    copy_code_line();
    while (at_ < text_.size()) {
      bool const ends = fence_at(at_).starts_with(fence);
      copy_code_line();
      if (ends) break;
    }
    return true;
  }

  // Takes a line out that opens or closes a box, ":::note[Title]" or ":::", and leaves its title.
  bool copy_directive_title() {
    constexpr std::string_view kDirective = ":::";
    if (!rest().starts_with(kDirective)) return false;
    auto line = trim(rest().substr(0, line_end(at_) - at_));
    at_ = line_end(at_);
    line.remove_prefix(std::min(line.find_first_not_of(':'), line.size()));
    line = trim(line.substr(0, line.find('{')));
    auto title = trim(line.substr(std::min(line.find_first_of(" ["), line.size())));
    if (title.starts_with('[') && title.ends_with(']')) title = title.substr(1, title.size() - 2);
    ((result_ += '\n') += title) += "\n\n";
    return true;
  }

  // Of the tags only `raw` takes effect in code: it is there to keep others from it.
  void copy_code_line() {
    auto const line = text_.substr(at_, line_end(at_) - at_);
    auto const bare = trim(line);
    if (bare != "{% raw %}" && bare != "{% endraw %}") result_ += line;
    at_ += line.size();
  }

  void copy_inline_code() {
    if (at_ >= line_end_) line_end_ = line_end(at_);
    auto const ticks = rest().substr(0, rest().find_first_not_of('`'));
    auto const closing = text_.substr(0, line_end_).find(ticks, at_ + ticks.size());
    copy_to(closing == std::string_view::npos ? at_ + ticks.size() : closing + ticks.size());
  }

  // Takes the mark of a footnote out, in its place and before its text, which becomes a paragraph.
  bool skip_footnote_mark() {
    auto const mark = footnote_at(rest());
    if (!footnotes_.contains(mark)) return false;
    bool const is_before_text = at_line_start() && rest().substr(mark.size()).starts_with(':');
    at_ += mark.size() + (is_before_text ? 1 : 0);
    if (is_before_text) result_ += '\n';
    return true;
  }

  // Takes kramdown's attributes of an element out: "{: .note}", "{:target=\"_blank\"}". Those of a heading
  // may hold its id and stay.
  bool skip_attributes() {
    if (in_heading_ || !rest().starts_with("{:")) return false;
    auto const end = rest().substr(0, kMaxAttributes).find_first_of("}\n");
    if (end == std::string_view::npos || text_[at_ + end] != '}') return false;
    at_ += end + 1;
    return true;
  }

  // Takes the tag at hand out; false if there is none.
  bool read_tag() {
    if (skip_attributes()) return true;
    auto const kind =
        std::ranges::find_if(kKinds, [&](auto const& each) { return rest().starts_with(each.opening); });
    if (kind == kKinds.end()) return false;
    auto const index = static_cast<std::size_t>(kind - kKinds.begin());
    if (index == kHeadingAttribute && !rest().starts_with("{# ")) return false;
    auto const end =
        unclosed_[index] ? std::string_view::npos : text_.find(kind->closing, at_ + kind->opening.size());
    if (end == std::string_view::npos) {
      unclosed_[index] = true;
      return false;
    }
    auto const begin = at_ + kind->opening.size();
    auto const content = trim(text_.substr(begin, end - begin));
    at_ = end + kind->closing.size();
    apply(*kind, content);
    return true;
  }

  void apply(TagKind const& kind, std::string_view content) {
    while (content.starts_with('-')) content.remove_prefix(1);  // white space control
    content = trim(content);
    auto const name = content.substr(0, content.find_first_of(" \t\n"));
    if (content.starts_with("/*") && content.ends_with("*/")) {
      // A shortcode shown as an example.
      ((result_ += kind.opening) += content.substr(2, content.size() - 4)) += kind.closing;
    } else if (name == "highlight") {
      copy_highlighted(content.substr(name.size()), kind);
    } else if (name == "raw" || name == "verbatim") {
      copy_enclosed(name);
    } else if (name == "comment") {
      skip_enclosed(name);
    } else if (std::ranges::find(kFigures, name) != std::end(kFigures)) {
      copy_caption(content);
    }
  }

  // Of a picture's tag the words stay. An empty line ends the HTML.
  void copy_caption(std::string_view content) {
    std::string alternative;
    std::string caption;
    for (auto const& [name, value] : parse_start_tag(content).attributes) {
      if (name == "alt") alternative = value;
      if (name != "title" && name != "caption") continue;
      append_item(caption, value, " ");
    }
    if (alternative.empty() && caption.empty()) return;
    ((result_ += "<figure><img alt=\"") += escape_html(alternative)) += "\"><figcaption>";
    (result_ += escape_html(caption)) += "</figcaption></figure>\n\n";
  }

  struct ClosingTag {
    std::size_t begin;
    std::size_t end;
  };

  // The tag that closes `name`, in the forms of Liquid and Hugo; absent if it is never closed.
  [[nodiscard]] std::optional<ClosingTag> closing_tag(std::string_view name, TagKind const& kind) {
    auto const closing = (kind.opening == "{%" ? "end" : "/") + std::string(name);
    if (std::ranges::find(never_closed_, closing) != never_closed_.end()) return std::nullopt;
    for (auto begin = text_.find(kind.opening, at_); begin != std::string_view::npos;
         begin = text_.find(kind.opening, begin + 1)) {
      auto const content = text_.find_first_not_of(" \t-", begin + kind.opening.size());
      if (content == std::string_view::npos || !text_.substr(content).starts_with(closing)) continue;
      auto const end = text_.find(kind.closing, content);
      if (end == std::string_view::npos) break;
      return ClosingTag{begin, end + kind.closing.size()};
    }
    never_closed_.push_back(closing);
    return std::nullopt;
  }

  // `arguments` begin with the language.
  void copy_highlighted(std::string_view arguments, TagKind const& kind) {
    auto const closing = closing_tag("highlight", kind);
    if (!closing) return;
    auto language = trim(arguments);
    language = language.substr(0, language.find_first_of(" \t\n,"));
    std::string fence(kFence);
    auto const code = text_.substr(at_, closing->begin - at_);
    while (code.find(fence) != std::string_view::npos) fence += '`';
    ((result_ += '\n') += fence) +=
        language.starts_with('"') ? language.substr(1, language.size() - 2) : language;
    if (!code.starts_with('\n')) result_ += '\n';
    result_ += code;
    if (!code.ends_with('\n')) result_ += '\n';
    (result_ += fence) += '\n';
    at_ = closing->end;
  }

  void copy_enclosed(std::string_view name) {
    if (auto const closing = closing_tag(name, kKinds[2])) {
      copy_to(closing->begin);
      at_ = closing->end;
    }
  }

  void skip_enclosed(std::string_view name) {
    if (auto const closing = closing_tag(name, kKinds[2])) at_ = closing->end;
  }

  std::string_view text_;
  std::unordered_set<std::string_view> footnotes_;  // their marks
  std::size_t at_ = 0;
  bool in_heading_ = false;
  std::array<bool, kKinds.size()> unclosed_{};  // the rest of the text does not end a tag of that kind
  std::vector<std::string> never_closed_;       // the rest of the text does not hold these closing tags
  std::size_t line_end_ = 0;                    // of the line at hand, once it was asked for
  std::string result_;
};

}  // namespace

std::string without_modules(std::string_view mdx) {
  std::string result;
  bool in_code = false;
  bool in_statement = false;
  bool begins_block = true;
  for (auto const line : split(mdx, "\n")) {
    auto const bare = trim(line);
    bool const is_statement = line.starts_with("import ") || line.starts_with("export ");
    if (begins_block && !in_code) in_statement = is_statement;
    if (bare.starts_with("```") || bare.starts_with("~~~")) in_code = !in_code && !in_statement;
    if (!in_statement) (result += line) += '\n';
    begins_block = bare.empty();
    if (begins_block) in_statement = false;
  }
  return result;
}

std::string without_shortcodes(std::string_view markdown) {
  return Stripper(markdown).run();
}

}  // namespace pressmark
