// The serialisation of the HTML standard (13.3), over the elements and attributes that are wanted.
#include "indexer/html/html_writer.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/strings/ascii.h"
#include "common/strings/escape_html.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                      "input", "link", "meta", "param", "source", "track", "wbr"};
constexpr std::string_view kNeverWritten[] = {"head", "iframe", "script", "style", "svg", "template"};

constexpr char const* kAttributes[] = {"id",      "name",    "class", "style", "lang",
                                       "dir",     "title",   "alt",   "cite",  "datetime",
                                       "colspan", "rowspan", "start", "width", "height"};

// Where scripts that load images late keep the address.
constexpr char const* kLateSources[] = {"data-src", "data-original", "data-lazy-src"};

bool contains(auto const& names, std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

class Writer {
 public:
  Writer(std::string const& base_url, ChooseWritten const& choose) : base_url_(base_url), choose_(choose) {}

  void write(HtmlNode node) {
    if (node.is_text()) html_ += escape_html(node.text());
    if (!node.is_element() || contains(kNeverWritten, node.tag())) return;
    auto const written = choose_(node);
    if (written == Written::nothing) {
      html_ += ' ';  // it may have parted two words
      return;
    }
    bool const with_tags = written == Written::whole;
    if (with_tags) write_start_tag(node);
    for (std::size_t i = 0; i < node.child_count(); ++i) write(node.child(i));
    if (with_tags && !contains(kVoid, node.tag())) ((html_ += "</") += node.tag()) += '>';
  }

  [[nodiscard]] std::string take() && { return std::move(html_); }

 private:
  void write_start_tag(HtmlNode node) {
    (html_ += '<') += node.tag();
    for (auto const* name : kAttributes) write_attribute(name, attribute_of(node, name));
    if (node.tag() == "a") write_attribute("href", link(attribute_of(node, "href")));
    if (node.tag() == "img") write_attribute("src", address(image_source(node)));
    html_ += '>';
    // The parser takes one line break away from the start of `pre`.
    if (node.tag() == "pre" && node.child_count() > 0 && node.child(0).text().starts_with('\n'))
      html_ += '\n';
  }

  void write_attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    (((html_ += ' ') += name) += "=\"") += escape_html(value);
    html_ += '"';
  }

  static std::string_view attribute_of(HtmlNode node, char const* name) {
    return trim(node.attribute(name).value_or(std::string_view()));
  }

  static std::string_view image_source(HtmlNode image) {
    auto const source = attribute_of(image, "src");
    if (!source.empty() && !source.starts_with("data:")) return source;
    for (auto const* name : kLateSources) {
      if (auto const late = attribute_of(image, name); !late.empty()) return late;
    }
    return {};
  }

  [[nodiscard]] std::string link(std::string_view href) const {
    if (href.starts_with('#') || lower(href.substr(0, 7)) == "mailto:") return std::string(href);
    return address(href);
  }

  // Absolute, or relative as it stands where there is no base; empty unless it can lead to the web.
  [[nodiscard]] std::string address(std::string_view reference) const {
    if (reference.empty()) return {};
    auto url = resolve_url(base_url_, reference);
    return is_web_url(url) || split_url(url).scheme.empty() ? url : std::string();
  }

  std::string const& base_url_;
  ChooseWritten const& choose_;
  std::string html_;
};

}  // namespace

std::string write_html(HtmlNode node, std::string const& base_url, ChooseWritten const& choose) {
  Writer writer(base_url, choose);
  writer.write(node);
  return std::move(writer).take();
}

}  // namespace pressmark
