// The elements, roles and names that sites agree on.
#include "indexer/page/page_chrome.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "common/strings/ascii.h"
#include "indexer/html/html_walk.h"

namespace pressmark {
namespace {

constexpr std::string_view kCertainTags[] = {
    "audio",  "button", "canvas", "datalist", "dialog",   "embed", "footer", "form",     "head",
    "iframe", "input",  "link",   "menu",     "meta",     "nav",   "object", "progress", "script",
    "select", "style",  "svg",    "template", "textarea", "title", "video"};

// Elements that are the article, or the whole, whatever they are called.
constexpr std::string_view kNeverByName[] = {"article", "blockquote", "body", "code",  "figure", "h1", "html",
                                             "main",    "p",          "pre",  "table", "tbody",  "td", "tr"};

constexpr std::string_view kCertainRoles[] = {
    "alert",   "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu",
    "menubar", "navigation",  "search", "tablist",       "toolbar",     "tooltip"};

// Whole words within class names and ids, which are words parted by '-', '_' or capitals.
constexpr std::string_view kWords[] = {
    "ad",        "adbox",      "ads",          "adv",      "advert",   "author",   "authors",  "autor",
    "banner",    "bio",        "byline",       "carousel", "contacts", "credits",  "dateline", "disqus",
    "donate",    "fb",         "follow",       "footer",   "footnav",  "legal",    "login",    "masthead",
    "mega",      "menu",       "menubar",      "meta",     "modal",    "more",     "nav",      "navbar",
    "navi",      "navigation", "outbrain",     "overlay",  "pager",    "pingback", "popular",  "print",
    "rating",    "ratings",    "register",     "replies",  "respond",  "rss",      "search",   "shoutbox",
    "signup",    "skip",       "skyscraper",   "sticky",   "tags",     "teasers",  "toolbar",  "tools",
    "trackback", "trending",   "tweet",        "twitter",  "widget",   "widgets",  "subnav",   "topbar",
    "viewer",    "whatsapp",   "facebook",     "paywall",  "cta",      "ticker",   "voting",   "dropdown",
    "copyright", "imprint",    "interstitial", "promos",   "upsell"};

// Classes that take an element from sight.
constexpr std::string_view kUnseenClasses[] = {"hidden", "noprint", "screen-reader-text", "sr-only",
                                               "visually-hidden"};

// Parts of names, '-' and '_' taken out, that hardly mean anything else.
constexpr std::string_view kParts[] = {
    "addthis", "addtoany", "advertis", "breadcrumb", "comment", "cookie",     "consent", "newsletter",
    "paginat", "popup",    "promo",    "recommend",  "related", "sharedaddy", "share",   "sharing",
    "sidebar", "social",   "sponsor",  "subscri",    "taboola", "webpush",    "yarpp",   "relatedposts"};

constexpr std::string_view kBodyClasses[] = {
    "article-body",     "article-body-text", "article-content", "article-text",   "article__body",
    "article__content", "articleBody",       "articlebody",     "articletext",    "blog-content",
    "e-content",        "entry-content",     "entry__content",  "markdown-body",  "mw-parser-output",
    "post-body",        "post-content",      "post__body",      "post__content",  "postbody",
    "postcontent",      "single-content",    "story-body",      "story-content",  "td-post-content",
    "post_content",     "entry_content",     "article_body",    "articleContent", "post-entry"};

bool contains(auto const& names, std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

// Calls `found` with each word of a class list or id in lower case, until it returns true.
bool any_word(std::string_view names, auto found) {
  std::string word;
  char before = ' ';
  for (char const c : names) {
    bool const capital = c >= 'A' && c <= 'Z' && !(before >= 'A' && before <= 'Z');
    bool const part = is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if ((capital || !part) && !word.empty()) {
      if (found(word)) return true;
      word.clear();
    }
    if (part) word += lower(c);
    before = c;
  }
  return !word.empty() && found(word);
}

bool names_chrome(std::string_view names) {
  if (names.empty()) return false;
  if (any_word(names, [](std::string const& word) { return contains(kWords, word); })) return true;
  auto all = lower(names);
  std::erase_if(all, [](char c) { return c == '-' || c == '_'; });
  return std::ranges::any_of(kParts, [&](auto part) { return all.find(part) != std::string::npos; });
}

bool is_hidden(HtmlNode node) {
  if (node.attribute("hidden")) return true;
  if (equal_ignoring_case(attribute_or_empty(node, "aria-hidden"), "true")) return true;
  auto style = lower(attribute_or_empty(node, "style"));
  std::erase_if(style, is_space);
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

// Some publishing systems wrap a whole page in a form.
bool holds_page(HtmlNode form) {
  return any_beneath(form, [](HtmlNode node) {
    auto const tag = node.tag();
    return tag == "article" || tag == "main" || tag == "h1" || is_marked_body(node);
  });
}

}  // namespace

bool is_named(HtmlNode element, std::span<std::string_view const> words) {
  for (auto const* attribute : {"class", "id"}) {
    auto const names = attribute_or_empty(element, attribute);
    if (any_word(names, [&](std::string const& word) { return contains(words, word); })) return true;
  }
  return false;
}

bool names_others(HtmlNode element) {
  constexpr std::string_view kOthers[] = {"aside",   "comment", "comments", "commentlist", "nav",
                                          "popular", "recent",  "related",  "replies",     "sidebar",
                                          "teaser",  "ticker",  "widget"};
  return element.tag() == "nav" || is_named(element, kOthers) || has_token(element, "itemprop", "comment");
}

Chrome chrome_of(HtmlNode element) {
  auto const tag = element.tag();
  if (tag == "form" && holds_page(element)) return Chrome::none;
  if (contains(kCertainTags, tag) || is_hidden(element)) return Chrome::certain;
  bool const has_role =
      std::ranges::any_of(kCertainRoles, [&](auto role) { return has_token(element, "role", role); });
  if (has_role) return Chrome::certain;
  if (contains(kNeverByName, tag) || is_marked_body(element)) return Chrome::none;
  if (std::ranges::any_of(kUnseenClasses, [&](auto name) { return has_token(element, "class", name); })) {
    return Chrome::by_name;
  }
  if (tag == "noscript") return Chrome::by_name;  // where its end tag is lost it holds the rest of the page
  if (has_token(element, "itemprop", "author") || has_token(element, "itemprop", "comment"))
    return Chrome::by_name;
  bool const named =
      names_chrome(attribute_or_empty(element, "class")) || names_chrome(attribute_or_empty(element, "id"));
  return named ? Chrome::by_name : Chrome::none;
}

bool is_marked_body(HtmlNode element) {
  if (has_token(element, "itemprop", "articleBody")) return true;
  return std::ranges::any_of(kBodyClasses, [&](auto name) { return has_token(element, "class", name); });
}

}  // namespace pressmark
