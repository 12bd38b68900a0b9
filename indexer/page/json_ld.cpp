// The graph of linked data, as far as articles use it.
#include "indexer/page/json_ld.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "common/strings/ascii.h"
#include "indexer/decode/plain_text.h"
#include "indexer/json/json_items.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxDepth = 8;  // of nodes within nodes that are looked at

enum class Kind { article, page, other };

// The local name of a type: "http://schema.org/NewsArticle" gives "NewsArticle".
std::string_view local_name(std::string_view type) {
  return type.substr(type.find_last_of("/:#") + 1);
}

Kind kind_of(std::string_view type) {
  auto const name = local_name(type);
  if (name.ends_with("Article") || name.ends_with("Posting") || name == "Report" || name == "Review") {
    return name == "JobPosting" ? Kind::other : Kind::article;
  }
  return name == "WebPage" || name == "ItemPage" ? Kind::page : Kind::other;
}

bool is_of(JsonValue const& node, Kind kind) {
  return std::ranges::any_of(node.list_of("@type"), [kind](JsonValue const* type) {
    return type->kind == JsonValue::Kind::text && kind_of(type->text) == kind;
  });
}

// Takes what hides a script from old browsers out: "//<![CDATA[" and its end.
void unwrap(std::string& script) {
  for (std::string_view const wrapper : {"<![CDATA[", "]]>"}) {
    if (auto const at = script.find(wrapper); at != std::string::npos) script.erase(at, wrapper.size());
  }
}

// Scripts hold raw line breaks inside strings, which JSON forbids; comments may stand around.
std::optional<JsonValue> parse(std::string script) {
  std::ranges::replace_if(script, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  unwrap(script);
  auto const begin = std::min(script.find_first_of("{["), script.size());
  auto const end = script.find_last_of("}]");
  if (end == std::string::npos || end < begin) return std::nullopt;
  return parse_json(std::string_view(script).substr(begin, end + 1 - begin), InputLimits{});
}

class Graph {
 public:
  void add(JsonValue const& value, std::size_t depth = 0) {
    if (depth > kMaxDepth) return;
    for (auto const& each : value.elements) add(each, depth + 1);
    if (value.kind == JsonValue::Kind::object) add_node(value, depth);
  }

  [[nodiscard]] JsonValue const* first(Kind kind) const {
    auto const found = std::ranges::find_if(nodes_, [kind](auto const* node) { return is_of(*node, kind); });
    return found == nodes_.end() ? nullptr : *found;
  }

  // The node that `value` means: itself, or the one it names by its id.
  [[nodiscard]] JsonValue const& resolve(JsonValue const& value) const {
    if (value.members.size() != 1) return value;
    auto const found = by_id_.find(value.text_of("@id"));
    return found == by_id_.end() ? value : *found->second;
  }

 private:
  void add_node(JsonValue const& node, std::size_t depth) {
    nodes_.push_back(&node);
    if (auto const id = node.text_of("@id"); !id.empty() && node.members.size() > 1) {
      by_id_.emplace(id, &node);
    }
    for (auto const& [name, value] : node.members) {
      if (name == "@graph" || name == "mainEntity" || name == "mainEntityOfPage" || name == "author") {
        add(value, depth + 1);
      }
    }
  }

  std::vector<JsonValue const*> nodes_;
  std::map<std::string, JsonValue const*> by_id_;
};

// Reads the fields of one node.
class NodeReader {
 public:
  NodeReader(JsonValue const& node, Graph const& graph) : node_(node), graph_(graph) {}

  [[nodiscard]] PageFacts read() const {
    PageFacts facts;
    facts.title = plain_text(text({"headline", "name"}));
    facts.other_title = plain_text(text({"name", "alternativeHeadline"}));
    facts.url = text({"url"});
    facts.authors = texts("author", "name");
    if (facts.authors.empty()) facts.authors = texts("creator", "name");
    for (auto& author : facts.authors) author = display_name(author);
    facts.published = text({"datePublished", "dateCreated", "uploadDate"});
    facts.updated = text({"dateModified"});
    facts.categories = texts("articleSection", "name");
    for (auto const& keywords : texts("keywords", "name")) {
      for (auto const keyword : split(keywords, ",")) facts.categories.emplace_back(trim(keyword));
    }
    facts.language = text({"inLanguage"});
    for (auto const* key : {"image", "thumbnailUrl"}) {
      if (auto const images = texts(key, "url"); facts.image.empty() && !images.empty())
        facts.image = images.front();
    }
    facts.summary = text({"description"});
    return facts;
  }

 private:
  // The first of `keys` with a text.
  [[nodiscard]] std::string text(std::initializer_list<char const*> keys) const {
    for (auto const* key : keys) {
      auto const found = texts(key, "name");
      if (!found.empty()) return found.front();
    }
    return {};
  }

  // The texts under `key`: one or a list, each by itself or in a node's `member`.
  [[nodiscard]] std::vector<std::string> texts(char const* key, char const* member) const {
    std::vector<std::string> result;
    for (auto const* value : node_.list_of(key)) {
      auto const& named = graph_.resolve(*value);
      auto const* const inner = named.find(member);
      auto const& held = inner == nullptr ? named : *inner;
      auto const& leaf = held.elements.empty() ? held : held.elements.front();
      auto const text = leaf.kind == JsonValue::Kind::text ? trim(leaf.text) : std::string_view();
      if (!text.empty()) result.emplace_back(text);
    }
    return result;
  }

  JsonValue const& node_;
  Graph const& graph_;
};

}  // namespace

PageFacts read_json_ld(std::vector<std::string> const& scripts) {
  std::vector<JsonValue> documents;
  documents.reserve(scripts.size());
  Graph graph;  // points into the documents
  for (auto const& script : scripts) {
    auto document = parse(script);
    if (document) graph.add(documents.emplace_back(*std::move(document)));
  }
  for (auto const kind : {Kind::article, Kind::page}) {
    if (auto const* node = graph.first(kind)) {
      auto facts = NodeReader(*node, graph).read();
      if (kind == Kind::article || !facts.published.empty()) return facts;
    }
  }
  return {};
}

}  // namespace pressmark
