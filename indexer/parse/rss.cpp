// Channels and items of RSS with the modules that weblogs use.
#include "indexer/parse/rss.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <unordered_set>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/base/url.h"
#include "common/base/utf8.h"
#include "indexer/parse/feed_elements.h"
#include "indexer/parse/format.h"
#include "indexer/parse/identity.h"
#include "indexer/parse/plain_text.h"
#include "indexer/parse/xml_tree.h"

namespace pressmark {
namespace {

// Where each field may stand, the best source first.
constexpr ElementName kAuthors[] = {
    {Namespace::dc, "creator"}, {Namespace::none, "author"}, {Namespace::itunes, "author"}};
constexpr ElementName kChannelAuthors[] = {{Namespace::none, "managingEditor"},
                                           {Namespace::none, "webMaster"},
                                           {Namespace::dc, "creator"},
                                           {Namespace::itunes, "author"}};
constexpr ElementName kTitles[] = {{Namespace::none, "title"}};
constexpr ElementName kOtherTitles[] = {{Namespace::media, "title"}, {Namespace::dc, "title"}};
constexpr ElementName kLinks[] = {{Namespace::none, "link"}};
constexpr ElementName kIdentifiers[] = {{Namespace::none, "guid"}, {Namespace::atom, "id"}};
constexpr ElementName kLanguages[] = {{Namespace::none, "language"}, {Namespace::dc, "language"}};
constexpr ElementName kPublished[] = {{Namespace::none, "pubDate"},
                                      {Namespace::dc, "date"},
                                      {Namespace::dcterms, "issued"},
                                      {Namespace::dcterms, "created"},
                                      {Namespace::atom, "published"}};
constexpr ElementName kUpdated[] = {{Namespace::dcterms, "modified"}, {Namespace::atom, "updated"}};
constexpr ElementName kContents[] = {{Namespace::content, "encoded"}, {Namespace::atom, "content"}};
constexpr ElementName kDescriptions[] = {{Namespace::none, "description"}, {Namespace::atom, "summary"}};

// A description of this size or with such an element is the post itself, no summary of one.
constexpr std::size_t kLongestSummary = 600;  // bytes
constexpr std::array<std::string_view, 14> kBlocks = {
    "<p",  "<div", "<h1",    "<h2",         "<h3",     "<h4",      "<ul",
    "<ol", "<pre", "<table", "<blockquote", "<figure", "<section", "<article"};

std::string title_of(XmlElement const& element) {
  auto title = plain_text(first_markup(element, kTitles));
  return title.empty() ? plain_text(first_markup(element, kOtherTitles)) : title;
}

std::string authors_of(XmlElement const& item) {
  std::string authors;
  for (auto const& [name_space, name] : kAuthors) {
    for (auto const& element : item.children(name_space, name)) {
      auto const author = display_name(element.text());
      if (author.empty()) continue;
      if (!authors.empty()) authors += ", ";
      authors += author;
    }
    if (!authors.empty()) break;
  }
  return authors;
}

std::vector<std::string> categories_of(XmlElement const& item) {
  std::vector<std::string> categories;
  std::unordered_set<std::string> known;
  for (auto const& child : item.children()) {
    if (!child.is(Namespace::none, "category") && !child.is(Namespace::dc, "subject")) continue;
    auto category = plain_text(child.text());
    if (!category.empty() && known.insert(category).second) categories.push_back(std::move(category));
  }
  return categories;
}

bool is_summary(std::string_view description) {
  if (description.size() > kLongestSummary) return false;
  auto const markup = lower(description);
  return std::none_of(kBlocks.begin(), kBlocks.end(),
                      [&](std::string_view block) { return markup.find(block) != std::string::npos; });
}

// Such exports hold drafts and attachments too, which are no published posts.
bool is_wordpress_export(XmlElement const& channel) {
  auto const children = channel.children();
  return std::any_of(children.begin(), children.end(),
                     [](XmlElement const& child) { return child.is(Namespace::other, "wxr_version"); });
}

// Reads one document; used once.
class RssReader {
 public:
  explicit RssReader(ParseOptions const& options) : options_(options) {}

  Feed read(XmlElement const& root) {
    auto const channels = root.children(Namespace::none, "channel");
    auto items = root.children(Namespace::none, "item");  // RSS 0.90 had them beside the channel
    if (channels.empty() && items.empty()) {
      throw Error(ErrorCode::bad_source,
                  options_.source + " is no RSS feed: <rss> holds neither <channel> nor <item>",
                  kSupportedFormats);
    }
    for (auto const& channel : channels) {
      if (is_wordpress_export(channel)) {
        throw Error(ErrorCode::bad_source,
                    options_.source + " is a WordPress export, a format that is not supported yet",
                    kSupportedFormats);
      }
      auto const inner = channel.children(Namespace::none, "item");
      items.insert(items.end(), inner.begin(), inner.end());
    }
    if (!channels.empty()) read_channel(channels.front());
    site_ = site();
    read_items(items);
    return std::move(feed_);
  }

 private:
  void read_channel(XmlElement const& channel) {
    feed_.title = title_of(channel);
    feed_.self = resolve_url(options_.source, atom_link(channel, "self"));
    auto link = first_text(channel, kLinks);
    if (link.empty()) link = atom_link(channel, "alternate");
    feed_.url = resolve_url(is_web_url(feed_.self) ? feed_.self : options_.source, link);
    feed_.language = first_text(channel, kLanguages);
    author_ = display_name(first_text(channel, kChannelAuthors));
  }

  [[nodiscard]] std::string site() const {
    if (!options_.site.empty()) return options_.site;
    for (auto const& url : {feed_.url, feed_.self, options_.source}) {
      if (is_web_url(url)) return url_host(url);
    }
    return std::filesystem::path(options_.source).stem().string();
  }

  void read_items(std::vector<XmlElement> const& items) {
    auto const count = std::min(items.size(), options_.limits.feed_items);
    std::vector<std::size_t> lines;  // of the posts
    for (std::size_t i = 0; i < count; ++i) {
      if (auto post = read_item(items[i])) {
        feed_.posts.push_back(std::move(*post));
        lines.push_back(items[i].line());
      } else {
        feed_.problems.push_back(std::move(post.error()));
        ++feed_.skipped;
      }
    }
    if (auto const rest = items.size() - count; rest > 0) {
      feed_.skipped += rest;
      feed_.problems.push_back({"the last " + std::to_string(rest) + " items are beyond the limit of " +
                                    std::to_string(count) + " for one source",
                                where(items[count])});
    }
    make_guids_unique(feed_, lines);
  }

  Result<Post> read_item(XmlElement const& item) {
    Post post;
    post.site = site_;
    post.source = options_.source;
    post.title = title_of(item);
    post.url = link_of(item);
    read_content(item, post);
    if (post.title.empty() && post.url.empty() && post.html.empty()) {
      return problem(item, "the item has no title, no link and no content");
    }
    auto const largest = std::max(post.html.size(), post.summary.size());
    if (largest > options_.limits.item_html_bytes) {
      return problem(item, "the item's content of " + std::to_string(largest) +
                               " bytes is beyond the limit of " +
                               std::to_string(options_.limits.item_html_bytes));
    }
    post.published = date_of(item, kPublished);
    post.updated = date_of(item, kUpdated);
    post.author = authors_of(item);
    if (post.author.empty()) post.author = author_;
    post.language = first_text(item, kLanguages);
    if (post.language.empty()) post.language = feed_.language;
    post.categories = categories_of(item);
    post.image = web_address(image_of(item));
    post.guid = first_text(item, kIdentifiers);
    if (post.guid.empty()) post.guid = default_guid(post);
    return post;
  }

  void read_content(XmlElement const& item, Post& post) const {
    post.html = first_markup(item, kContents);
    post.summary = first_markup(item, kDescriptions);
    if (!post.html.empty()) return;
    post.html = post.summary;
    if (!is_summary(post.summary)) post.summary.clear();
  }

  // The post's address: <link>, else an identifier that says it is one (as it does if it does not
  // say otherwise).
  [[nodiscard]] std::string link_of(XmlElement const& item) const {
    auto link = web_address(first_text(item, kLinks));
    if (link.empty()) link = web_address(atom_link(item, "alternate"));
    for (auto const& guid : item.children(Namespace::none, "guid")) {
      auto const text = collapse_whitespace(guid.text());
      if (link.empty() && is_web_url(text) && lower(guid.attribute("isPermaLink")) != "false") link = text;
    }
    return link.empty() ? link : canonical_url(link);
  }

  // `reference` as an absolute address; empty unless it leads to the web.
  [[nodiscard]] std::string web_address(std::string const& reference) const {
    if (reference.empty()) return {};
    auto url = resolve_url(feed_.url, reference);
    return is_web_url(url) ? url : std::string();
  }

  // The first readable date of `names`. If there is none but something stands there, the feed
  // gets a problem and the post stays without.
  std::optional<Timestamp> date_of(XmlElement const& item, ElementNames names) {
    std::optional<Problem> unreadable;
    for (auto const& name : names) {
      auto const text = first_text(item, {&name, 1});
      if (text.empty()) continue;
      auto const date = parse_date(text);
      if (date) return *date;
      if (!unreadable) unreadable = Problem{date.error().what, where(item)};
    }
    if (unreadable) feed_.problems.push_back(std::move(*unreadable));
    return std::nullopt;
  }

  [[nodiscard]] std::string where(XmlElement const& item) const {
    return options_.source + ":" + std::to_string(item.line());
  }

  [[nodiscard]] tl::unexpected<Problem> problem(XmlElement const& item, std::string what) const {
    return unexpected(Problem{std::move(what), where(item)});
  }

  ParseOptions const& options_;
  Feed feed_;
  std::string site_;
  std::string author_;
};

}  // namespace

Feed parse_rss(std::string_view text, ParseOptions const& options) {
  XmlDocument const document(text, options.source);
  return RssReader(options).read(document.root());
}

}  // namespace pressmark
