// The conventions of site generators about names of files and folders.
#include "indexer/item/site_layout.h"

#include <algorithm>
#include <filesystem>

#include "common/strings/ascii.h"
#include "common/url/percent_encoding.h"

namespace pressmark {
namespace {

constexpr std::string_view kPageEndings[] = {".html", ".htm", ".xhtml"};
constexpr std::string_view kMarkdownEndings[] = {".md", ".markdown", ".mdown", ".mkd", ".mdx"};

// Without ending, in lower case.
constexpr std::string_view kNoPosts[] = {"404",          "500",       "_index",
                                         "authors",      "changelog", "code_of_conduct",
                                         "contributing", "license",   "licence",
                                         "offline",      "readme",    "search",
                                         "security",     "sitemap",   "summary",
                                         "_sidebar",     "_navbar",   "_footer",
                                         "_header",      "_404",      "pull_request_template"};

constexpr std::string_view kNoPostFolders[] = {
    "_data",    "_drafts",    "_includes", "_layouts", "_partials", "_sass",   "_site",
    "_theme",   "archetypes", "drafts",    "i18n",     "includes",  "layouts", "node_modules",
    "partials", "templates",  "theme",     "themes",   "vendor"};

bool contains(auto const& names, std::string_view name) {
  return std::ranges::find(names, name) != std::end(names);
}

bool has_ending(std::string_view name, auto const& endings) {
  return std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

// Paths may be escaped already.
constexpr ByteSet kEscapedPathBytes = kPathBytes.with("%");

}  // namespace

FileKind kind_of_ending(std::string_view name) {
  auto const lowered = lower(name);
  if (has_ending(lowered, kPageEndings)) return FileKind::html_page;
  return has_ending(lowered, kMarkdownEndings) ? FileKind::markdown : FileKind::none;
}

FileKind file_kind(std::string_view relative_path) {
  auto const parts = split(relative_path, "/");
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].starts_with('.') || contains(kNoPostFolders, lower(parts[i]))) return FileKind::none;
  }
  auto const name = lower(parts.back());
  auto const stem = std::string_view(name).substr(0, name.find('.'));
  if (name.starts_with('.') || contains(kNoPosts, stem)) return FileKind::none;
  return kind_of_ending(name);
}

std::string path_below_root(SiteLayout const& layout, std::string_view source) {
  std::filesystem::path const path(source);
  if (layout.root.empty()) return path.filename().generic_string();
  auto const below =
      path.lexically_normal().lexically_relative(std::filesystem::path(layout.root).lexically_normal());
  bool const is_below = !below.empty() && *below.begin() != "..";
  return is_below ? below.generic_string() : path.filename().generic_string();
}

namespace {

// Jekyll's pages end as the pattern of its posts does.
std::string jekyll_page_pattern(std::string_view post_pattern, std::string_view name) {
  constexpr std::string_view kPage = "/:sections/:filename";
  constexpr std::string_view kExtension = ":output_ext";
  constexpr std::string_view kWithExtension[] = {"", "date", "ordinal", "weekdate", "none"};
  bool const has_slash = post_pattern == "pretty" || post_pattern.ends_with('/');
  bool const has_extension = contains(kWithExtension, post_pattern) || post_pattern.ends_with(kExtension);
  if (name == "index" || has_slash) return std::string(kPage).append(1, '/');
  return std::string(kPage) + (has_extension ? ".html" : "");
}

}  // namespace

std::string permalink_pattern(SiteLayout const& layout, std::string_view folder, std::string_view name,
                              bool is_post) {
  bool const is_jekyll = layout.generator == SiteGenerator::jekyll;
  if (is_jekyll && !is_post) return jekyll_page_pattern(layout.permalink, name);
  auto const section = is_jekyll ? kJekyllPosts : folder.substr(0, folder.find('/'));
  auto const own = std::ranges::find(layout.section_permalinks, section, &SectionPermalink::section);
  if (own != layout.section_permalinks.end()) return own->pattern;
  if (!layout.permalink.empty()) return layout.permalink;
  return layout.ugly_urls ? "/:sections/:slugorfilename.html" : "";
}

std::string page_address(SiteLayout const& layout, std::string_view source) {
  constexpr std::string_view kIndex = "index.html";
  auto path = path_below_root(layout, source);
  if (path == kIndex || path.ends_with("/" + std::string(kIndex))) path.resize(path.size() - kIndex.size());
  return site_address(layout, path);
}

std::string site_name(SiteLayout const& layout, std::string_view source) {
  if (layout.root.empty()) return std::filesystem::path(source).stem().string();
  auto const root = std::filesystem::absolute(layout.root).lexically_normal();  // "." has a name, too
  return (root.has_filename() ? root : root.parent_path()).filename().string();
}

std::string site_address(SiteLayout const& layout, std::string_view path) {
  if (layout.base_url.empty()) return {};
  auto url = layout.base_url;
  while (url.ends_with('/')) url.pop_back();
  if (!path.starts_with('/')) url += '/';
  return url + percent_encoded(path, kEscapedPathBytes);
}

}  // namespace pressmark
