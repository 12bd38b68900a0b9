// The members of feeds and items as posts have them.
#include "indexer/feed/json/json_feed.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/strings/text_list.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/text_markup.h"
#include "indexer/feed/json/json_post_reader.h"

namespace pressmark {
namespace {

// A person's or tag's name: the value itself, or the member that says it.
std::string name_of(JsonValue const& value) {
  constexpr std::array<std::string_view, 3> kNames = {"name", "term", "title"};
  if (value.kind == JsonValue::Kind::text) return collapse_whitespace(value.text);
  for (auto const name : kNames) {
    if (auto text = value.text_of(name); !text.empty()) return collapse_whitespace(text);
  }
  return {};
}

// In version 1.1 a list `authors`, in 1.0 one `author`.
std::string authors_of(JsonValue const& object) {
  std::string authors;
  for (auto const* const list : {"authors", "author"}) {
    for (auto const* const author : object.list_of(list)) {
      auto const name = name_of(*author);
      if (name.empty()) continue;
      append_item(authors, name);
    }
    if (!authors.empty()) break;
  }
  return authors;
}

std::vector<std::string> categories_of(JsonValue const& item) {
  std::vector<std::string> categories;
  for (auto const* const tag : item.list_of("tags")) {
    auto name = name_of(*tag);
    bool const is_new = std::find(categories.begin(), categories.end(), name) == categories.end();
    if (!name.empty() && is_new) categories.push_back(std::move(name));
  }
  return categories;
}

// The next page (version 1.1, "next_url"), from the members of a feed that was read from `source`.
FeedLinks links_of(JsonValue const& feed, std::string const& source) {
  FeedLinks links;
  auto const next = collapse_whitespace(feed.text_of("next_url"));
  if (next.empty()) return links;  // an empty reference would lead to the feed itself (RFC 3986 §5.2.2)
  links.next = resolve_url(is_web_url(source) ? source : feed.text_of("feed_url"), next);
  if (!is_web_url(links.next)) links.next.clear();
  return links;
}

// The members that links_of() asks for.
class JsonLinksReader final : public JsonVisitor {
 public:
  JsonStep step(std::string_view path) override {
    if (path.empty()) return JsonStep::enter;
    return path == "next_url" || path == "feed_url" ? JsonStep::take : JsonStep::skip;
  }
  void take(std::string_view path, JsonValue&& value, std::size_t /*line*/) override {
    feed_.members.push_back({std::string(path), std::move(value)});
  }
  void too_large(std::string_view /*path*/, std::size_t /*line*/) override {}

  [[nodiscard]] JsonValue const& feed() const { return feed_; }

 private:
  JsonValue feed_{.kind = JsonValue::Kind::object};
};

class JsonFeedReader final : public JsonPostReader {
 public:
  JsonFeedReader(ParseOptions const& options, TakePost const& take)
      : JsonPostReader(options, take, "JSON Feed: it has no items") {
    feed_.kind = JsonValue::Kind::object;
  }

  JsonStep step(std::string_view path) override {
    if (path == "items") has_items_ = true;
    if (path.empty() || path == "items") return JsonStep::enter;
    if (path == "items/*") return JsonStep::take;
    return is_second_pass() || path == "*" ? JsonStep::skip : JsonStep::take;
  }

  void take(std::string_view path, JsonValue&& value, std::size_t line) override {
    if (path != "items/*") {
      feed_.members.push_back({std::string(path), std::move(value)});
    } else if (value.kind == JsonValue::Kind::object) {
      admission().admit(read_item(value), {.line = line});
    } else {
      admission().refuse("the item is no JSON object", {.line = line});
    }
  }

  void too_large(std::string_view path, std::size_t line) override {
    admission().refuse("\"" + std::string(path) + "\" is beyond the limit of " +
                           std::to_string(options().limits.item_bytes) + " bytes",
                       {.line = line});
  }

 private:
  [[nodiscard]] bool has_posts() const override { return has_items_; }

  void end_first_pass() override {
    auto const self = resolve_url(options().source, feed_.text_of("feed_url"));
    auto const url = resolve_url(is_web_url(self) ? self : options().source, feed_.text_of("home_page_url"));
    base_ = url.empty() ? self : url;
    language_ = feed_.text_of("language");
    report().links = links_of(feed_, options().source);
    author_ = authors_of(feed_);
    site_ = site_of(options(), {url, self});
  }

  [[nodiscard]] FeedItem read_item(JsonValue const& json) const {
    FeedItem item;
    auto& post = item.post;
    post.site = site_;
    post.guid = json.text_of("id");
    post.url = canonical_url(web_address(json, {"url", "external_url"}));
    if (post.url.empty() && is_web_url(post.guid)) post.url = canonical_url(post.guid);
    post.title = collapse_whitespace(json.text_of("title"));
    post.author = authors_of(json);
    if (post.author.empty()) post.author = author_;
    post.language = json.text_of("language");
    if (post.language.empty()) post.language = language_;
    post.published = date_of(json, "date_published", item.flaws);
    post.updated = date_of(json, "date_modified", item.flaws);
    post.categories = categories_of(json);
    post.image = web_address(json, {"image", "banner_image"});
    post.summary = escape_markup(json.text_of("summary"));
    post.html = json.text_of("content_html");
    if (post.html.empty()) post.html = markup_of_text(json.text_of("content_text"));
    return item;
  }

  // The first of `members` that leads to the web, as an absolute address.
  [[nodiscard]] std::string web_address(JsonValue const& json,
                                        std::initializer_list<std::string_view> members) const {
    for (auto const member : members) {
      auto const reference = collapse_whitespace(json.text_of(member));
      if (reference.empty()) continue;
      auto url = resolve_url(base_, reference);
      if (is_web_url(url)) return url;
    }
    return {};
  }

  JsonValue feed_;    // its members but for the items
  std::string base_;  // the address that references are resolved against
  std::string language_;
  std::string author_;
  std::string site_;
  bool has_items_ = false;
};

}  // namespace

FeedReport parse_json_feed(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  return JsonFeedReader(options, take).read(text);
}

FeedLinks read_json_feed_links(ByteStream& text, ParseOptions const& options) {
  JsonLinksReader reader;
  (void)read_json(text, options.limits, reader);
  return links_of(reader.feed(), options.source);
}

}  // namespace pressmark
