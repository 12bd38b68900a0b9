// Reading the head, and the many names under which sites put the same thing.
#include "indexer/page/page_head.h"

#include <algorithm>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/plain_text.h"
#include "indexer/html/html_walk.h"

namespace pressmark {
namespace {

constexpr char const* kMetaNames[] = {"property", "name", "http-equiv"};

// What feeds are called in `type`. Plain "application/json" is not among them: WordPress names its
// programming interface so on every page.
constexpr std::string_view kFeedTypes[] = {"application/rss+xml", "application/atom+xml",
                                           "application/rdf+xml", "application/feed+json",
                                           "application/xml",     "text/xml"};

// The names of <meta> by what they say, those that say it best first.
constexpr std::string_view kTitles[] = {"dc.title",      "dc:title",       "dcterms.title",
                                        "dcterm:title",  "og:title",       "twitter:title",
                                        "parsely-title", "sailthru.title", "citation_title"};
constexpr std::string_view kAddresses[] = {"og:url", "twitter:url"};
constexpr std::string_view kSiteNames[] = {"og:site_name", "application-name"};
constexpr std::string_view kAuthors[] = {"dc.creator",     "dc:creator",      "dcterms.creator",
                                         "dcterm:creator", "author",          "article:author",
                                         "parsely-author", "sailthru.author", "citation_author"};
constexpr std::string_view kPublished[] = {"article:published_time",
                                           "og:published_time",
                                           "article:published",
                                           "datepublished",
                                           "date.published",
                                           "date_published",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "published-date",
                                           "pubdate",
                                           "dc.date.issued",
                                           "dcterms.issued",
                                           "dc.date.created",
                                           "dcterms.created",
                                           "dc.created",
                                           "citation_publication_date",
                                           "citation_date",
                                           "article_date_original"};
constexpr std::string_view kUpdated[] = {"article:modified_time", "og:updated_time",  "og:modified_time",
                                         "datemodified",          "dcterms.modified", "dc.date.modified",
                                         "last-modified",         "lastmod",          "revised"};
constexpr std::string_view kUndeterminedDates[] = {"dc.date", "dcterms.date", "dc:date", "date"};
constexpr std::string_view kKeywords[] = {"keywords", "news_keywords", "parsely-tags", "sailthru.tags"};
constexpr std::string_view kLanguages[] = {"content-language", "language", "dc.language"};
constexpr std::string_view kLocales[] = {"og:locale"};
constexpr std::string_view kImages[] = {"og:image", "og:image:url", "og:image:secure_url", "twitter:image",
                                        "twitter:image:src"};
constexpr std::string_view kSummaries[] = {"description", "og:description", "twitter:description",
                                           "dc.description"};

bool names_feed(HtmlNode link) {
  if (has_token(link, "rel", "feed")) return true;
  auto const declared = attribute_or_empty(link, "type");
  auto const type = lower(trim(declared.substr(0, declared.find(';'))));
  return has_token(link, "rel", "alternate") && std::ranges::find(kFeedTypes, type) != std::end(kFeedTypes);
}

void append_keywords(std::vector<std::string>& categories, std::string_view list) {
  for (auto const keyword : split(list, ",;")) {
    if (!trim(keyword).empty()) categories.emplace_back(trim(keyword));
  }
}

}  // namespace

std::string language_tag(std::string_view value) {
  std::string tag(trim(value.substr(0, value.find_first_of(",;"))));
  std::ranges::replace(tag, '_', '-');
  bool const sound = std::ranges::all_of(tag, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
  return sound && tag.size() >= 2 && is_letter(tag[0]) && is_letter(tag[1]) ? tag : std::string();
}

PageHead::PageHead(HtmlNode root, std::string const& address) : base_url_(address) {
  language_ = language_tag(attribute_or_empty(root, "lang"));
  if (language_.empty()) language_ = language_tag(attribute_or_empty(root, "xml:lang"));
  visit_beneath(root, [this](HtmlNode node) {
    if (node.is_element()) read(node);
    return true;
  });
}

void PageHead::read(HtmlNode node) {
  auto const tag = node.tag();
  if (tag == "title" && title_.empty()) {
    title_ = plain_text(raw_text(node));
  } else if (tag == "meta") {
    read_meta(node);
  } else if (tag == "link") {
    read_link(node);
  } else if (tag == "base" && node.attribute("href")) {
    base_url_ = resolve_url(base_url_, trim(*node.attribute("href")));
  } else if (tag == "script") {
    linked_data_.push_back(raw_text(node));
  }
}

void PageHead::read_meta(HtmlNode meta) {
  auto value = collapse_whitespace(attribute_or_empty(meta, "content"));
  if (value.empty()) return;
  for (auto const* attribute : kMetaNames) {
    for (auto const name : split(attribute_or_empty(meta, attribute), " \t\n")) {
      if (!name.empty()) metas_.push_back({lower(name), value});
    }
  }
}

void PageHead::read_link(HtmlNode link) {
  auto const href = trim(attribute_or_empty(link, "href"));
  if (canonical_.empty() && has_token(link, "rel", "canonical")) canonical_ = href;
  if (!href.empty() && names_feed(link)) {
    feeds_.push_back({collapse_whitespace(attribute_or_empty(link, "title")), std::string(href)});
  }
}

std::vector<ListedFeed> PageHead::feeds() const {
  std::vector<ListedFeed> feeds;
  for (auto feed : feeds_) {
    feed.url = resolve_url(base_url_, feed.url);
    bool const is_known = std::ranges::find(feeds, feed.url, &ListedFeed::url) != feeds.end();
    if (is_web_url(feed.url) && !is_known) feeds.push_back(std::move(feed));
  }
  return feeds;
}

bool PageHead::forbids_indexing() const {
  return std::ranges::any_of(metas("robots"), [](std::string const& rules) {
    auto const words = split(rules, ", ");
    return std::ranges::any_of(words, [](auto word) {
      return equal_ignoring_case(word, "noindex") || equal_ignoring_case(word, "none");
    });
  });
}

std::vector<std::string> PageHead::metas(std::string_view name) const {
  std::vector<std::string> values;
  for (auto const& meta : metas_) {
    if (meta.name == name) values.push_back(meta.value);
  }
  return values;
}

std::string PageHead::meta(std::span<std::string_view const> names) const {
  for (auto const name : names) {
    auto const found = std::ranges::find(metas_, name, &Meta::name);
    if (found != metas_.end()) return found->value;
  }
  return {};
}

std::string PageHead::undetermined_date() const {
  return meta(kUndeterminedDates);
}

std::vector<std::string> PageHead::authors() const {
  std::vector<std::string> authors;
  for (auto const name : kAuthors) {
    for (auto const& author : metas(name)) {
      if (!is_web_url(author)) authors.push_back(display_name(author));
    }
    if (!authors.empty()) break;
  }
  return authors;
}

std::vector<std::string> PageHead::categories() const {
  auto categories = metas("article:section");
  auto const tags = metas("article:tag");
  for (auto const& tag : tags) append_keywords(categories, tag);
  if (!tags.empty()) return categories;
  for (auto const name : kKeywords) {
    for (auto const& list : metas(name)) append_keywords(categories, list);
  }
  return categories;
}

std::string PageHead::language() const {
  if (!language_.empty()) return language_;
  auto const declared = language_tag(meta(kLanguages));
  return declared.empty() ? language_tag(meta(kLocales)) : declared;
}

PageFacts PageHead::facts() const {
  PageFacts facts;
  facts.title = plain_text(meta(kTitles));
  facts.url = canonical_.empty() ? meta(kAddresses) : canonical_;
  facts.site_name = plain_text(meta(kSiteNames));
  facts.authors = authors();
  facts.published = meta(kPublished);
  facts.updated = meta(kUpdated);
  facts.categories = categories();
  facts.language = language();
  facts.image = meta(kImages);
  facts.summary = meta(kSummaries);
  return facts;
}

}  // namespace pressmark
