// An HtmlTree as the gumbo parser builds it.
#include "indexer/html/html_tree.h"

#include <gumbo.h>

namespace pressmark {
namespace {

// Gumbo would keep a record of every error, each with a copy of the stack of open elements.
GumboOptions options() {
  auto result = kGumboDefaultOptions;
  result.max_errors = 0;
  return result;
}

bool has_children(GumboNode const& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

}  // namespace

bool HtmlNode::is_text() const {
  return node_->type == GUMBO_NODE_TEXT || node_->type == GUMBO_NODE_WHITESPACE ||
         node_->type == GUMBO_NODE_CDATA;
}

bool HtmlNode::is_element() const {
  return has_children(*node_);
}

std::string_view HtmlNode::text() const {
  return is_text() ? std::string_view(node_->v.text.text) : std::string_view();
}

std::string_view HtmlNode::tag() const {
  if (!is_element()) return {};
  auto const& element = node_->v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  auto name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data == nullptr ? std::string_view() : std::string_view(name.data, name.length);
}

std::optional<std::string_view> HtmlNode::attribute(char const* name) const {
  if (!is_element()) return std::nullopt;
  auto const* found = gumbo_get_attribute(&node_->v.element.attributes, name);
  if (found == nullptr) return std::nullopt;
  return found->value;
}

std::size_t HtmlNode::child_count() const {
  return is_element() ? node_->v.element.children.length : 0;
}

HtmlNode HtmlNode::child(std::size_t index) const {
  return HtmlNode(static_cast<GumboNode const*>(node_->v.element.children.data[index]));
}

void HtmlTree::Destroy::operator()(GumboInternalOutput* output) const {
  auto const opts = options();
  gumbo_destroy_output(&opts, output);
}

// An explicit body keeps the start of a fragment out of the head.
HtmlTree::HtmlTree(std::string_view html, HtmlScope scope)
    : html_(std::make_unique<std::string const>(
          (scope == HtmlScope::fragment ? "<!DOCTYPE html><body>" : "<!DOCTYPE html>") + std::string(html))) {
  auto const opts = options();
  output_.reset(gumbo_parse_with_options(&opts, html_->data(), html_->size()));
}

HtmlNode HtmlTree::root() const {
  return HtmlNode(output_->root);
}

HtmlNode HtmlTree::body() const {
  for (std::size_t i = 0; i < root().child_count(); ++i) {
    if (root().child(i).tag() == "body") return root().child(i);
  }
  return root();
}

std::string html_library() {
  return "gumbo " PRESSMARK_GUMBO_VERSION;
}

}  // namespace pressmark
