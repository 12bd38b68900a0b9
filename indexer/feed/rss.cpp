// Channels and items of RSS with the modules that weblogs use.
#include "indexer/feed/rss.h"

#include <optional>

#include "common/base/error.h"
#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/plain_text.h"
#include "indexer/feed/feed_elements.h"
#include "indexer/feed/feed_links.h"
#include "indexer/feed/wxr.h"

namespace pressmark {
namespace {

// Some feeds have no <rss>; nor has the Channel Definition Format of 1997, whose addresses are
// attributes.
constexpr std::string_view kRoots[] = {"rss", "channel"};

// Where each field may stand, the best source first.
constexpr ElementName kAuthors[] = {{Namespace::dc, "creator"},
                                    {Namespace::dc, "author"},
                                    {Namespace::none, "author"},
                                    {Namespace::itunes, "author"}};
constexpr ElementName kChannelAuthors[] = {{Namespace::none, "managingEditor"},
                                           {Namespace::none, "webMaster"},
                                           {Namespace::dc, "creator"},
                                           {Namespace::itunes, "author"}};
constexpr ElementName kTitles[] = {{Namespace::none, "title"}};
constexpr ElementName kOtherTitles[] = {
    {Namespace::media, "title"}, {Namespace::dc, "title"}, {Namespace::atom, "title"}};
constexpr ElementName kIdentifiers[] = {{Namespace::none, "guid"}, {Namespace::atom, "id"}};
constexpr ElementName kLanguages[] = {{Namespace::none, "language"}, {Namespace::dc, "language"}};
constexpr ElementName kPublished[] = {{Namespace::none, "pubDate"},
                                      {Namespace::dc, "date"},
                                      {Namespace::dcterms, "issued"},
                                      {Namespace::dcterms, "created"},
                                      {Namespace::atom, "published"}};
constexpr ElementName kUpdated[] = {{Namespace::dcterms, "modified"}, {Namespace::atom, "updated"}};
constexpr ElementName kContents[] = {{Namespace::content, "encoded"},
                                     {Namespace::atom, "content"},
                                     {Namespace::xhtml, "body"},
                                     {Namespace::xhtml, "div"}};
constexpr ElementName kDescriptions[] = {{Namespace::none, "description"}, {Namespace::atom, "summary"},
                                         {Namespace::dc, "description"},   {Namespace::dcterms, "abstract"},
                                         {Namespace::itunes, "summary"},   {Namespace::itunes, "subtitle"}};

std::string title_of(XmlElement const& element) {
  auto title = plain_text(first_markup(element, kTitles));
  return title.empty() ? plain_text(first_markup(element, kOtherTitles)) : title;
}

std::string authors_of(XmlElement const& item) {
  for (auto const& [name_space, name] : kAuthors) {
    std::string authors;
    for (auto const& element : item.children(name_space, name)) {
      auto const author = display_name(element.text());
      if (!author.empty()) append_item(authors, author);
    }
    if (!authors.empty()) return authors;
  }
  return atom_persons(item, "author");
}

// A category of podcasts may have finer ones in it.
void add_podcast_category(std::vector<std::string>& categories, XmlElement const& category) {
  add_category(categories, plain_text(category.attribute("text")));
  for (auto const& inner : category.children(Namespace::itunes, "category")) {
    add_category(categories, plain_text(inner.attribute("text")));
  }
}

std::vector<std::string> categories_of(XmlElement const& item) {
  std::vector<std::string> categories;
  for (auto const& child : item.children()) {
    if (child.is(Namespace::none, "category") || child.is(Namespace::dc, "subject") ||
        child.is(Namespace::media, "category")) {
      add_category(categories, plain_text(child.markup()));
    } else if (child.is(Namespace::itunes, "category")) {
      add_podcast_category(categories, child);
    } else if (child.is(Namespace::atom, "category")) {
      add_category(categories, plain_text(child.attribute("term")));
    }
  }
  return categories;
}

// The address in <link>, some of which are written as in Atom. Of several the last counts.
std::string link_in(XmlElement const& element, std::string_view document) {
  std::string address;
  for (auto const& link : element.children(Namespace::none, "link")) {
    auto next = resolved(link, document, link.text());
    if (next.empty()) next = resolved(link, document, link.attribute("href"));
    if (!next.empty()) address = std::move(next);
  }
  return address.empty() ? resolved(element, document, element.attribute("HREF")) : address;
}

// The post's address: <link>, else an identifier that says it is one (as it does if it does not
// say otherwise).
std::string link_of(XmlElement const& item, std::string_view document) {
  auto link = original_link(item);
  if (link.empty()) link = link_in(item, document);
  if (!is_web_url(link)) link = atom_link(item, document, "alternate");
  for (auto const& guid : item.children(Namespace::none, "guid")) {
    auto const text = collapse_whitespace(guid.text());
    bool const is_address = is_web_url(text) && lower(guid.attribute("isPermaLink")) != "false";
    if (!is_web_url(link) && is_address) link = text;
  }
  return is_web_url(link) ? canonical_url(link) : std::string();
}

}  // namespace

Channel read_rss_channel(XmlElement const& root, ParseOptions const& options) {
  auto const channels = root.children(Namespace::none, "channel");
  auto const& element = channels.empty() ? root : channels.front();
  Channel channel;
  channel.self = atom_link(element, options.source, "self");
  auto const document = document_address(channel, options);
  channel.url = link_in(element, document);
  if (channel.url.empty()) channel.url = atom_link(element, document, "alternate");
  channel.language = first_text(element, kLanguages);
  if (channel.language.empty()) channel.language = element.language();
  channel.author = display_name(first_text(element, kChannelAuthors));
  if (channel.author.empty()) channel.author = atom_persons(element, "author");
  channel.links = read_feed_links(element, is_web_url(options.source) ? options.source : channel.self);
  return channel;
}

std::string document_address(Channel const& channel, ParseOptions const& options) {
  for (auto const& url : {channel.url, channel.self}) {
    if (is_web_url(url)) return url;
  }
  return options.source;
}

std::optional<FeedItem> read_rss_item(XmlElement const& item, std::string_view document) {
  if (item.name_space() != Namespace::none) return std::nullopt;
  FeedItem result;
  Post& post = result.post;
  post.title = title_of(item);
  post.url = link_of(item, document);
  post.html = first_markup(item, kContents);
  post.summary = first_markup(item, kDescriptions);
  if (post.summary.empty()) post.summary = media_description(item);
  post.published = first_date(item, kPublished, result.flaws);
  post.updated = first_date(item, kUpdated, result.flaws);
  post.author = authors_of(item);
  post.language = first_text(item, kLanguages);
  if (post.language.empty()) post.language = item.language();
  post.categories = categories_of(item);
  post.image = image_of(item, document);
  post.guid = first_text(item, kIdentifiers);
  return result;
}

FeedReport parse_rss(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  XmlFeed feed(text, {kRoots, "item"}, options);
  bool const has_channel =
      feed.head().is(Namespace::none, "channel") || !feed.head().children(Namespace::none, "channel").empty();
  if (!has_channel && !feed.has_items()) {
    throw Error(ErrorCode::bad_source,
                options.source + " is no RSS feed: <rss> holds neither <channel> nor <item>",
                kSupportedFormats);
  }
  auto const channel = read_rss_channel(feed.head(), options);
  if (is_wordpress_export(feed.head())) return read_wxr(feed, channel, options, take);
  auto const document = document_address(channel, options);
  return feed.read(channel, [&](XmlElement const& item) { return read_rss_item(item, document); }, take);
}

FeedLinks read_rss_links(ByteStream& text, ParseOptions const& options) {
  return read_rss_channel(XmlFeed(text, {kRoots, "item"}, options).head(), options).links;
}

}  // namespace pressmark
