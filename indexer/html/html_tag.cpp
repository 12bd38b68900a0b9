#include "indexer/html/html_tag.h"

#include <algorithm>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

class TagReader {
 public:
  explicit TagReader(std::string_view html) : html_(html) {}

  // The tag whose name starts at `offset`.
  HtmlTag read(std::size_t offset) {
    offset_ = offset;
    HtmlTag tag;
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

}  // namespace

HtmlTag read_tag(std::string_view html, std::size_t offset) {
  return TagReader(html).read(offset);
}

}  // namespace pressmark
