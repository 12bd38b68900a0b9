// Feeds and entries of Atom, and its three ways to say a text.
#include "indexer/feed/atom.h"

#include "common/strings/ascii.h"
#include "common/strings/escape_html.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/base64.h"
#include "indexer/decode/plain_text.h"
#include "indexer/feed/blogger.h"
#include "indexer/feed/feed_elements.h"
#include "indexer/feed/feed_links.h"
#include "indexer/feed/xml_feed.h"

namespace pressmark {
namespace {

constexpr std::string_view kRoots[] = {"feed"};

// Some feeds forget Atom's namespace. The names of 0.3 come after those of 1.0.
constexpr ElementName kTitle[] = {{Namespace::atom, "title"},
                                  {Namespace::none, "title"},
                                  {Namespace::media, "title"},
                                  {Namespace::dc, "title"}};
constexpr ElementName kIdentifier[] = {{Namespace::atom, "id"}, {Namespace::none, "id"}};
constexpr ElementName kContent[] = {{Namespace::atom, "content"},
                                    {Namespace::none, "content"},
                                    {Namespace::xhtml, "body"},
                                    {Namespace::xhtml, "div"}};
constexpr ElementName kSummary[] = {{Namespace::atom, "summary"}, {Namespace::none, "summary"}};
constexpr ElementName kCreator[] = {{Namespace::dc, "creator"}};
constexpr ElementName kPublished[] = {{Namespace::atom, "published"}, {Namespace::none, "published"},
                                      {Namespace::atom, "issued"},    {Namespace::none, "issued"},
                                      {Namespace::dcterms, "issued"}, {Namespace::atom, "created"},
                                      {Namespace::dc, "date"}};
constexpr ElementName kUpdated[] = {{Namespace::atom, "updated"},
                                    {Namespace::none, "updated"},
                                    {Namespace::atom, "modified"},
                                    {Namespace::none, "modified"},
                                    {Namespace::dcterms, "modified"}};

enum class TextKind { plain, html, markup, base64 };

// RFC 4287 §3.1.1 and §4.1.3.3. In Atom 0.3 `mode` says how the markup is written and `type` what
// it is.
TextKind kind_of(XmlElement const& element) {
  auto const type = lower(collapse_whitespace(element.attribute("type")));
  auto const mode = lower(element.attribute("mode"));
  if (mode == "base64") return TextKind::base64;
  if (type == "xhtml" || !element.children().empty()) return TextKind::markup;
  if (type == "html" || type == "text/html" || type == "application/xhtml+xml") return TextKind::html;
  if (type.empty() || type == "text" || type.starts_with("text/")) return TextKind::plain;
  bool const is_media_type = type.find('/') != std::string::npos;
  bool const is_xml = type.ends_with("+xml") || type.ends_with("/xml");
  return is_media_type && !is_xml ? TextKind::base64 : TextKind::html;
}

// XHTML stands in a <div> that is not part of it (RFC 4287 §3.1.1.3).
std::string markup_of(XmlElement const& element) {
  auto const children = element.children();
  bool const is_div = children.size() == 1 && children.front().name() == "div";
  return is_div && trim(element.text()).empty() ? children.front().inner_markup() : element.inner_markup();
}

// Text that was packed away; empty where it is anything else.
std::string unpacked(XmlElement const& element) {
  auto const bytes = decode_base64(element.text());
  return bytes && is_valid_utf8(*bytes) ? *bytes : std::string();
}

std::string html_of(XmlElement const& element) {
  switch (kind_of(element)) {
    case TextKind::plain:
      return escape_html(element.text());
    case TextKind::html:
      return element.text();
    case TextKind::markup:
      return markup_of(element);
    case TextKind::base64:
      return unpacked(element);
  }
  return {};
}

std::string text_of(XmlElement const& element) {
  switch (kind_of(element)) {
    case TextKind::plain:
      return collapse_whitespace(element.text());
    case TextKind::html:
      return text_of_html(element.text());
    case TextKind::markup:
      return text_of_html(markup_of(element));
    case TextKind::base64: {
      auto text = text_of_html(unpacked(element));
      return text.empty() ? collapse_whitespace(element.text()) : text;
    }
  }
  return {};
}

// What `read` gives for the first child that has something to say.
template <typename Read>
std::string first_of(XmlElement const& element, ElementNames names, Read&& read) {
  for (auto const& [name_space, name] : names) {
    for (auto const& child : element.children(name_space, name)) {
      if (auto text = read(child); !trim(text).empty()) return text;
    }
  }
  return {};
}

// Content that lies elsewhere (RFC 4287 §4.1.3.2) is a link.
std::string content_address(XmlElement const& entry, std::string_view document) {
  for (auto const& content : entry.children(Namespace::atom, "content")) {
    if (auto url = web_address(content, document, content.attribute("src")); !url.empty()) return url;
  }
  return {};
}

// The term, which distinguishes categories; the label where the term is for programs.
std::string category_of(XmlElement const& category) {
  auto const term = category.attribute("term");
  bool const is_address = term.find("://") != std::string::npos;
  auto const label = plain_text(category.attribute("label"));
  return (is_address || term.empty()) && !label.empty() ? label : plain_text(term);
}

std::vector<std::string> categories_of(XmlElement const& entry) {
  std::vector<std::string> categories;
  for (auto const& child : entry.children()) {
    if (child.is(Namespace::dc, "subject") || child.is(Namespace::media, "category")) {
      add_category(categories, plain_text(child.text()));
    } else if (child.is(Namespace::atom, "category") || child.is(Namespace::none, "category")) {
      if (is_kind(child)) continue;
      add_category(categories, category_of(child));
    }
  }
  return categories;
}

// RFC 4287 §4.2.1: an entry's own authors, else those of the feed it was taken from.
std::string authors_of(XmlElement const& entry) {
  auto authors = atom_persons(entry, "author");
  for (auto const& source : entry.children(Namespace::atom, "source")) {
    if (authors.empty()) authors = atom_persons(source, "author");
  }
  return authors.empty() ? display_name(first_text(entry, kCreator)) : authors;
}

std::string link_of(XmlElement const& entry, std::string_view document, std::string const& id) {
  for (auto const& link :
       {original_link(entry), atom_link(entry, document, "alternate"), content_address(entry, document)}) {
    if (is_web_url(link)) return canonical_url(link);
  }
  // Nothing asks an identifier to be an address, yet those that are lead to the entry.
  bool const has_links = !entry.children(Namespace::atom, "link").empty();
  return is_web_url(id) && !has_links ? canonical_url(id) : std::string();
}

std::optional<FeedItem> read_entry(XmlElement const& entry, std::string_view document) {
  if (entry.name_space() != Namespace::atom && entry.name_space() != Namespace::none) return std::nullopt;
  auto const blogger = read_blogger_entry(entry);
  if (!blogger.is_post) return std::nullopt;
  FeedItem item;
  item.kept_back = blogger.kept_back;
  Post& post = item.post;
  post.guid = first_text(entry, kIdentifier);
  post.url = link_of(entry, document, post.guid);
  post.title = first_of(entry, kTitle, text_of);
  post.html = first_of(entry, kContent, html_of);
  post.summary = first_of(entry, kSummary, html_of);
  if (post.summary.empty()) post.summary = media_description(entry);
  post.published = first_date(entry, kPublished, item.flaws);
  post.updated = first_date(entry, kUpdated, item.flaws);
  post.author = authors_of(entry);
  post.language = entry.language();
  post.categories = categories_of(entry);
  post.image = image_of(entry, document);
  return item;
}

Channel read_channel(XmlElement const& root, ParseOptions const& options) {
  Channel channel;
  channel.self = atom_link(root, options.source, "self");
  channel.url = atom_link(root, is_web_url(channel.self) ? channel.self : options.source, "alternate");
  channel.language = root.language();
  channel.author = atom_persons(root, "author");
  channel.links = read_feed_links(root, is_web_url(options.source) ? options.source : channel.self);
  return channel;
}

// The address of the document itself: where it was read, else where it says that it lies.
std::string document_address(Channel const& channel, ParseOptions const& options) {
  for (auto const& url : {options.source, channel.self}) {
    if (is_web_url(url)) return url;
  }
  return channel.url;
}

}  // namespace

FeedReport parse_atom(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  XmlFeed feed(text, {kRoots, "entry"}, options);
  auto const channel = read_channel(feed.head(), options);
  auto const document = document_address(channel, options);
  return feed.read(channel, [&](XmlElement const& entry) { return read_entry(entry, document); }, take);
}

FeedLinks read_atom_links(ByteStream& text, ParseOptions const& options) {
  return read_channel(XmlFeed(text, {kRoots, "entry"}, options).head(), options).links;
}

}  // namespace pressmark
