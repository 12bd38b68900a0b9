// Bringing together what the vocabularies of a page say.
#include "indexer/page/html_page.h"

#include <algorithm>
#include <initializer_list>

#include "common/date/day_in_text.h"
#include "common/strings/ascii.h"
#include "common/strings/escape_html.h"
#include "common/strings/text_list.h"
#include "common/url/url.h"
#include "indexer/decode/plain_text.h"
#include "indexer/html/html_bounds.h"
#include "indexer/html/html_tree.h"
#include "indexer/item/identity.h"
#include "indexer/page/json_ld.h"
#include "indexer/page/main_content.h"
#include "indexer/page/microdata.h"
#include "indexer/page/page_date.h"
#include "indexer/page/page_head.h"
#include "indexer/page/page_outline.h"
#include "indexer/page/page_title.h"

namespace pressmark {
namespace {

// The first of `values` that says something.
std::string first_of(std::initializer_list<std::string> values) {
  auto const found = std::ranges::find_if(values, [](auto const& value) { return !value.empty(); });
  return found == values.end() ? std::string() : *found;
}

// Lists of keywords can be endless; beyond these nobody chose them.
constexpr std::size_t kMaxCategories = 100;
constexpr std::size_t kMaxAuthors = 20;

class PageReader {
 public:
  PageReader(HtmlTree const& tree, PageOptions const& options)
      : options_(options),
        address_(is_web_url(options.source) ? options.source : page_address(options.layout, options.source)),
        head_(tree.root(), address_),
        meta_(head_.facts()),
        linked_(read_json_ld(head_.linked_data())),
        page_(outline_page(tree.body())),
        marked_(read_microdata(page_)) {}

  Result<Post> read() {
    if (head_.forbids_indexing()) return problem("the page asks not to be indexed (robots: noindex)");
    Post post;
    post.title = title();
    post.url = address();
    post.author = author();
    post.language = first_of({meta_.language, language_tag(linked_.language)});
    read_dates(post);
    post.categories = categories();
    post.image = web_address(first_of({meta_.image, linked_.image}));
    post.summary = escape_html(plain_text(first_of({meta_.summary, linked_.summary})));
    post.html = write_main_content(page_, find_main_content(page_), post.title, base_url());
    if (post.title.empty() && post.html.empty()) return problem("the page holds no text");
    post.site = site(post);
    post.guid = default_guid(post);
    return post;
  }

 private:
  // Linked data before Open Graph, which often has another title, made for other sites.
  [[nodiscard]] std::string title() const {
    auto const headings = title_headings(page_, site_names());
    for (auto const* facts : {&linked_, &meta_, &marked_}) {
      if (facts->title.empty()) continue;
      auto const stands_over_text = std::ranges::find(headings, facts->other_title) != headings.end();
      return without_surroundings(stands_over_text ? facts->other_title : facts->title, site_names(),
                                  headings);
    }
    if (head_.title().empty()) return headings.empty() ? std::string() : headings.front();
    return title_of_article(head_.title(), site_names(), headings);
  }

  [[nodiscard]] SiteNames site_names() const {
    return {meta_.site_name, url_host(first_of({address(), address_}))};
  }

  // The canonical address; else the one the page was read from, if that is on the web.
  [[nodiscard]] std::string address() const {
    for (auto const& candidate : {meta_.url, linked_.url, address_}) {
      if (auto const url = web_address(candidate); !url.empty()) return canonical_url(url);
    }
    return {};
  }

  [[nodiscard]] std::string author() const {
    for (auto const* facts : {&linked_, &meta_, &marked_}) {
      std::string names;
      std::vector<std::string> known;
      for (auto const& author : facts->authors) {
        if (author.empty() || std::ranges::find(known, author) != known.end()) continue;
        if (known.size() == kMaxAuthors) break;
        known.push_back(author);
        append_item(names, author);
      }
      if (!names.empty()) return names;
    }
    return {};
  }

  void read_dates(Post& post) const {
    auto const visible = read_visible_dates(page_, post.title, post.language);
    post.published = first_date(
        {linked_.published, meta_.published, marked_.published, visible.published, head_.undetermined_date()},
        post.language);
    if (!post.published) post.published = day_in_url(post.url);
    if (!post.published) post.published = day_in_url(address_);
    post.updated =
        first_date({linked_.updated, meta_.updated, marked_.updated, visible.updated}, post.language);
  }

  [[nodiscard]] std::vector<std::string> categories() const {
    std::vector<std::string> result;
    for (auto const* facts : {&linked_, &meta_, &marked_}) {
      for (auto const& category : facts->categories) {
        auto name = plain_text(category);
        bool const is_known =
            std::ranges::any_of(result, [&](auto const& each) { return equal_ignoring_case(each, name); });
        if (!name.empty() && !is_known) result.push_back(std::move(name));
        if (result.size() == kMaxCategories) return result;
      }
    }
    return result;
  }

  [[nodiscard]] std::string site(Post const& post) const {
    if (!options_.site.empty()) return options_.site;
    for (auto const& url : {post.url, address_}) {
      if (is_web_url(url)) return url_host(url);
    }
    return site_name(options_.layout, options_.source);
  }

  [[nodiscard]] std::string base_url() const {
    return is_web_url(head_.base_url()) ? head_.base_url() : web_address(meta_.url);
  }

  // `reference` as an absolute address; empty unless it leads to the web.
  [[nodiscard]] std::string web_address(std::string const& reference) const {
    if (reference.empty()) return {};
    auto url = resolve_url(head_.base_url(), reference);
    return is_web_url(url) ? url : std::string();
  }

  [[nodiscard]] tl::unexpected<Problem> problem(std::string what) const {
    return unexpected(Problem{std::move(what), options_.source});
  }

  PageOptions const& options_;
  std::string address_;  // where the page is on the web, as far as its source tells; else empty
  PageHead head_;
  PageFacts meta_;
  PageFacts linked_;
  std::vector<PageElement> page_;
  PageFacts marked_;
};

}  // namespace

Result<Post> parse_html_page(std::string_view text, PageOptions const& options) {
  if (text.size() > options.limits.item_html_bytes) {
    return unexpected(Problem{"the page of " + std::to_string(text.size()) +
                                  " bytes is beyond the limit of " +
                                  std::to_string(options.limits.item_html_bytes),
                              options.source});
  }
  auto const bounded = bound_html(text, options.limits.html_depth, HtmlScope::page);
  HtmlTree const tree(bounded.html, HtmlScope::page);
  return PageReader(tree, options).read();
}

}  // namespace pressmark
