// From front matter, file name and Markdown to a post.
#include "indexer/markdown/markdown.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/date/parse_date.h"
#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/url/url.h"
#include "indexer/decode/plain_text.h"
#include "indexer/item/identity.h"
#include "indexer/markdown/front_fields.h"
#include "indexer/markdown/front_matter.h"
#include "indexer/markdown/markdown_body.h"
#include "indexer/markdown/permalink.h"
#include "indexer/markdown/shortcodes.h"

namespace pressmark {
namespace {

std::optional<Timestamp> date_of(std::string const& text) {
  if (text.empty()) return std::nullopt;
  auto const date = parse_date(text);
  return date ? std::optional(*date) : std::nullopt;
}

void add_name(std::vector<std::string>& names, std::string const& name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

// The title that Jekyll gives a post without one: "oil-lamps" as "Oil Lamps".
std::string words_of_slug(std::string_view slug) {
  std::string title;
  for (auto const word : split(slug, "-")) {
    if (word.empty()) continue;
    if (!title.empty()) title += ' ';
    auto const first = word.front();
    title += is_letter(first) && first == lower(first) ? static_cast<char>(first - 'a' + 'A') : first;
    title += word.substr(1);
  }
  return title;
}

// In lower case and without spaces.
std::string path_as_hugo_has_it(std::string_view path) {
  auto result = lower(path);
  std::ranges::replace(result, ' ', '-');
  return result;
}

class MarkdownReader {
 public:
  MarkdownReader(SplitDocument const& document, PageOptions const& options)
      : document_(document),
        options_(options),
        path_(path_below_root(options.layout, options.source)),
        file_(split_file_name(file_name())),
        matter_(read_front_matter(document.fields, file_.day ? BareTags::words : BareTags::one_item)) {}

  Result<Post> read() {
    bool const is_mdx = lower(path_).ends_with(".mdx");
    auto const body = is_mdx ? without_modules(document_.body) : std::string(document_.body);
    auto rendered = render_markdown(without_shortcodes(body), options_.limits.item_html_bytes);
    if (!rendered) return problem(rendered.error().what);
    Post post;
    post.title = matter_.title.empty() ? rendered->first_heading : plain_text(matter_.title);
    post.published = date_of(matter_.date);
    if (!post.published) post.published = file_.day;
    post.updated = date_of(matter_.updated);
    if (auto const reason = reason_against(post)) return problem(*reason);
    bool const has_heading = rendered->html.find("</h") != std::string::npos;
    if (!document_.has_front_matter && !has_heading) {
      return problem("the file has neither front matter nor a heading; it is taken for no post");
    }
    if (post.title.empty() && (file_.slug == "index" || text_of_html(rendered->html).empty())) {
      return problem("the file has no title; it is taken for no post");
    }
    if (post.title == rendered->first_heading) rendered->html.erase(0, rendered->first_heading_end);
    post.html = std::move(rendered->html);
    if (post.title.empty()) post.title = is_dated_post() ? words_of_slug(file_.slug) : file_.slug;
    add_fields(post);
    return post;
  }

 private:
  // Why the post is not to be seen; absent if it is.
  [[nodiscard]] std::optional<std::string> reason_against(Post const& post) const {
    if (matter_.is_unpublished) return "the post is a draft";
    if (matter_.forbids_indexing) return "the post asks not to be indexed";
    if (post.published && *post.published > options_.now) {
      return "the post is dated " + format_day(*post.published) + " and waits until then";
    }
    auto const expires = date_of(matter_.expires);
    if (expires && *expires <= options_.now && options_.now != Timestamp::max()) {
      return "the post expired on " + format_day(*expires);
    }
    return std::nullopt;
  }

  void add_fields(Post& post) const {
    for (auto const& author : matter_.authors) {
      append_item(post.author, display_name(author));
    }
    post.language = matter_.language.empty() ? file_.language : matter_.language;
    post.categories = categories();
    for (auto const& tag : matter_.tags) add_name(post.categories, tag);
    post.url = address(post);
    post.image = web_address(matter_.image, post.url);
    post.summary = matter_.summary;
    post.site = site(post);
    post.guid = post.url.empty() ? path_ : post.url;
  }

  [[nodiscard]] std::string file_name() const { return path_.substr(path_.rfind('/') + 1); }

  // Whether Jekyll takes the file for a post, or would.
  [[nodiscard]] bool is_dated_post() const {
    auto const generator = options_.layout.generator;
    bool const is_in_posts = std::ranges::count(split(path_, "/"), kJekyllPosts) > 0;
    return file_.day &&
           (generator == SiteGenerator::unknown || (generator == SiteGenerator::jekyll && is_in_posts));
  }

  // The folder below the site's root, without those that generators take for containers. Jekyll's collections
  // have one that is called as they are.
  [[nodiscard]] std::string folder() const {
    bool const is_jekyll = options_.layout.generator == SiteGenerator::jekyll;
    std::string result;
    auto const folders = split(path_, "/");
    for (std::size_t i = 0; i + 1 < folders.size(); ++i) {
      auto name = folders[i];
      if (i == 0 && name == "content") continue;
      if (name.starts_with('_') && (!is_jekyll || name == kJekyllPosts)) continue;
      if (name.starts_with('_')) name.remove_prefix(1);
      append_item(result, name, "/");
    }
    return options_.layout.generator == SiteGenerator::hugo ? path_as_hugo_has_it(result) : result;
  }

  // Jekyll's categories come from the folders that `_posts` stands in, too.
  [[nodiscard]] std::vector<std::string> categories() const {
    std::vector<std::string> result;
    auto const folders = split(path_, "/");
    auto const posts = std::ranges::find(folders, kJekyllPosts);
    if (posts != folders.end()) result.assign(folders.begin(), posts);
    for (auto const& name : matter_.categories) add_name(result, name);
    return result;
  }

  [[nodiscard]] std::string name_in_address() const {
    switch (options_.layout.generator) {
      case SiteGenerator::hugo:
        return path_as_hugo_has_it(file_.stem);
      case SiteGenerator::zola:
        return slug_of(file_.slug);
      case SiteGenerator::jekyll:
        return is_dated_post() ? file_.slug : file_.stem;
      case SiteGenerator::unknown:
        break;
    }
    return file_.slug;
  }

  [[nodiscard]] PermalinkParts permalink_parts(Post const& post) const {
    PermalinkParts parts;
    parts.date = post.published;
    parts.title = post.title;
    parts.slug = matter_.slug;
    parts.file_name = name_in_address();
    parts.folder = folder();
    parts.categories = categories();
    parts.dated_file = is_dated_post();
    if (file_.slug == "index") {  // a bundle: the folder names the post
      parts.file_name = parts.folder.substr(parts.folder.rfind('/') + 1);
      parts.folder.resize(parts.folder.size() - std::min(parts.folder.size(), parts.file_name.size() + 1));
    }
    return parts;
  }

  // The folder, with '/' before it, of all pages in the post's language.
  [[nodiscard]] std::string language_folder() const {
    auto const& layout = options_.layout;
    auto const& language = file_.language.empty() ? layout.default_language : file_.language;
    bool const is_default = language == layout.default_language;
    if (layout.default_language.empty() || (is_default && !layout.has_language_folders)) return {};
    return "/" + language;
  }

  // Its own address, else the one its site's pattern gives; the front matter may have a pattern as well.
  [[nodiscard]] std::string address(Post const& post) const {
    if (is_web_url(matter_.url)) return canonical_url(matter_.url);
    auto const parts = permalink_parts(post);
    bool const is_own = !matter_.url.empty() && matter_.url.find("{{") == std::string::npos;
    auto const path =
        is_own
            ? permalink_path(matter_.url, parts)
            : language_folder() +
                  permalink_path(
                      permalink_pattern(options_.layout, parts.folder, file_.slug, is_dated_post()), parts);
    auto const url = site_address(options_.layout, path);
    return url.empty() ? url : canonical_url(url);
  }

  // `reference` as an absolute address, seen from the post; empty unless it leads to the web.
  static std::string web_address(std::string const& reference, std::string const& url) {
    if (reference.empty()) return {};
    auto address = resolve_url(url, reference);
    return is_web_url(address) ? address : std::string();
  }

  [[nodiscard]] std::string site(Post const& post) const {
    if (!options_.site.empty()) return options_.site;
    return is_web_url(post.url) ? url_host(post.url) : site_name(options_.layout, options_.source);
  }

  [[nodiscard]] tl::unexpected<Problem> problem(std::string what) const {
    return unexpected(Problem{std::move(what), options_.source});
  }

  SplitDocument const& document_;
  PageOptions const& options_;
  std::string path_;  // below the site's root
  PostFileName file_;
  FrontMatter matter_;
};

}  // namespace

Result<Post> parse_markdown(std::string_view text, PageOptions const& options) {
  if (text.size() > options.limits.item_html_bytes) {
    return unexpected(Problem{"the file of " + std::to_string(text.size()) +
                                  " bytes is beyond the limit of " +
                                  std::to_string(options.limits.item_html_bytes),
                              options.source});
  }
  auto document = split_front_matter(text);
  if (!document) {
    auto& problem = document.error();
    problem.where = problem.where.empty() ? options.source : options.source + ":" + problem.where;
    return unexpected(std::move(problem));
  }
  return MarkdownReader(*document, options).read();
}

}  // namespace pressmark
