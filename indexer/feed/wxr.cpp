// What WordPress says of posts beyond RSS.
#include "indexer/feed/wxr.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/strings/utf8.h"
#include "indexer/decode/plain_text.h"
#include "indexer/feed/feed_elements.h"
#include "indexer/feed/rss.h"

namespace pressmark {
namespace {

constexpr ElementName kType[] = {{Namespace::wordpress, "post_type"}};
constexpr ElementName kStatus[] = {{Namespace::wordpress, "status"}};
constexpr ElementName kPassword[] = {{Namespace::wordpress, "post_password"}};
constexpr ElementName kPublished[] = {{Namespace::wordpress, "post_date_gmt"}, {Namespace::none, "pubDate"}};
constexpr ElementName kUpdated[] = {{Namespace::wordpress, "post_modified_gmt"}};
constexpr ElementName kExcerpt[] = {{Namespace::wordpress_excerpt, "encoded"}};
constexpr ElementName kContent[] = {{Namespace::content, "encoded"}};
constexpr ElementName kLogin[] = {{Namespace::wordpress, "author_login"}};
constexpr ElementName kDisplayName[] = {{Namespace::wordpress, "author_display_name"}};

// Taxonomies that tell nothing about what a post says.
constexpr std::array<std::string_view, 2> kOtherDomains = {"post_format", "nav_menu"};

struct HiddenStatus {
  std::string_view status;
  std::string_view reason;
};

constexpr HiddenStatus kHidden[] = {{"draft", "a draft"},
                                    {"pending", "pending review"},
                                    {"private", "private"},
                                    {"future", "scheduled for later"}};

using Names = std::map<std::string, std::string>;  // display name by login

Names names_of_authors(XmlElement const& root) {
  Names names;
  for (auto const& channel : root.children(Namespace::none, "channel")) {
    for (auto const& author : channel.children(Namespace::wordpress, "author")) {
      names[first_text(author, kLogin)] = first_text(author, kDisplayName);
    }
  }
  return names;
}

std::vector<std::string> categories_of(XmlElement const& item) {
  std::vector<std::string> categories;
  for (auto const& category : item.children(Namespace::none, "category")) {
    auto const domain = category.attribute("domain");
    bool const is_other =
        std::find(kOtherDomains.begin(), kOtherDomains.end(), domain) != kOtherDomains.end();
    if (!is_other) add_category(categories, plain_text(category.text()));
  }
  return categories;
}

void append_with_paragraphs(std::string& html, std::string_view text) {
  while (true) {
    auto const blank_line = text.find("\n\n");
    html += text.substr(0, blank_line);
    if (blank_line == std::string_view::npos) return;
    html += "\n<p>";
    text.remove_prefix(blank_line + 2);
  }
}

// WordPress makes paragraphs of blank lines when it shows a post. Posts that have paragraphs stay as
// they are, and so does whatever stands in <pre>.
std::string with_paragraphs(std::string const& content) {
  if (content.find("<p>") != std::string::npos || content.find("<p ") != std::string::npos) return content;
  std::string html;
  std::string_view rest = content;
  while (!rest.empty()) {
    auto const pre = std::min(rest.find("<pre"), rest.size());
    append_with_paragraphs(html, rest.substr(0, pre));
    rest.remove_prefix(pre);
    auto const end = std::min(rest.find("</pre>"), rest.size());
    html += rest.substr(0, end);
    rest.remove_prefix(end);
    if (rest.starts_with("</pre>")) {
      html += "</pre>";
      rest.remove_prefix(6);
    }
  }
  return html;
}

// "0000-00-00 00:00:00" means none.
std::optional<Timestamp> date_of(XmlElement const& item, ElementNames names,
                                 std::vector<std::string>& flaws) {
  for (auto const& name : names) {
    auto const text = first_text(item, {&name, 1});
    if (text.empty() || text.starts_with("0000-")) continue;
    return first_date(item, {&name, 1}, flaws);
  }
  return std::nullopt;
}

std::string hidden_because(XmlElement const& item, std::string const& status) {
  if (!first_text(item, kPassword).empty()) return "protected by a password";
  for (auto const& hidden : kHidden) {
    if (hidden.status == status) return std::string(hidden.reason);
  }
  return {};
}

std::optional<FeedItem> read_item(XmlElement const& element, std::string_view document, Names const& names) {
  auto const type = first_text(element, kType);
  auto const status = first_text(element, kStatus);
  if (type != "post" && type != "page") return std::nullopt;
  if (status == "trash" || status == "auto-draft" || status == "inherit") return std::nullopt;
  auto item = read_rss_item(element, document);
  if (!item) return item;
  Post& post = item->post;
  item->kept_back = hidden_because(element, status);
  item->flaws.clear();
  post.published = date_of(element, kPublished, item->flaws);
  post.updated = date_of(element, kUpdated, item->flaws);
  post.summary = first_markup(element, kExcerpt);
  post.html = with_paragraphs(first_markup(element, kContent));
  post.categories = categories_of(element);
  if (auto const name = names.find(post.author); name != names.end() && !name->second.empty()) {
    post.author = name->second;
  }
  return item;
}

}  // namespace

bool is_wordpress_export(XmlElement const& root) {
  auto const channels = root.children(Namespace::none, "channel");
  return std::any_of(channels.begin(), channels.end(), [](XmlElement const& channel) {
    return !channel.children(Namespace::wordpress, "wxr_version").empty();
  });
}

FeedReport read_wxr(XmlFeed& feed, Channel const& channel, ParseOptions const& options,
                    TakePost const& take) {
  auto const names = names_of_authors(feed.head());
  auto const document = document_address(channel, options);
  return feed.read(channel, [&](XmlElement const& item) { return read_item(item, document, names); }, take);
}

}  // namespace pressmark
