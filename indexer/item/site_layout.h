// Which page of a site each file of a directory becomes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

// Whose rules hold where a site's configuration leaves something open.
enum class SiteGenerator : std::uint8_t { unknown, hugo, jekyll, zola };

// Where Jekyll has its posts.
inline constexpr std::string_view kJekyllPosts = "_posts";

struct SectionPermalink {
  std::string section;  // the first folder below the content; kJekyllPosts for Jekyll's posts
  std::string pattern;
};

struct SiteLayout {
  std::string root;       // the directory; empty if a file was named by itself
  std::string base_url;   // where the site begins on the web; files have no address but their own if empty
  std::string permalink;  // pattern of posts' addresses (permalink.h), or a style's name; guessed if empty

  // As the site's own configuration has it (site_configuration.h).
  SiteGenerator generator = SiteGenerator::unknown;
  std::vector<SectionPermalink> section_permalinks;  // before `permalink`
  std::string default_language;       // pages in others stand in a folder named by theirs; empty if unknown
  bool has_language_folders = false;  // the default language has such a folder, too
  bool ugly_urls = false;             // "/posts/lamp.html" in place of "/posts/lamp/"
};

// How the indexer treats a file of a directory.
enum class FileKind : std::uint8_t { none, html_page, markdown };

// Judges by the ending of a file's name.
[[nodiscard]] FileKind kind_of_ending(std::string_view name);

// Judges by the path below the directory: files of the kinds above, but for those that are no posts by the
// conventions of site generators: lists (`_index.md`), read-me files and licences, error pages, layouts,
// partials, drafts, and whatever is hidden or belongs to tools (`node_modules`).
[[nodiscard]] FileKind file_kind(std::string_view relative_path);

// The path of the file `source` below the layout's root, with '/' between names; its last part alone without
// one.
[[nodiscard]] std::string path_below_root(SiteLayout const& layout, std::string_view source);

// The pattern (permalink.h) for a Markdown file in `folder` below the content, by the layout and its
// generator's rules: `name` is the file's without ending. Empty where the pattern is to be guessed.
[[nodiscard]] std::string permalink_pattern(SiteLayout const& layout, std::string_view folder,
                                            std::string_view name, bool is_post);

// The address of the page in the file `source`, "index.html" left out; empty without a base address.
[[nodiscard]] std::string page_address(SiteLayout const& layout, std::string_view source);

// What to call a site without an address: the last part of its root; the file's name without ending where
// there is no root.
[[nodiscard]] std::string site_name(SiteLayout const& layout, std::string_view source);

// `path` below the base address: "/2018/04/a b/" on "https://example.org/blog" gives
// "https://example.org/blog/2018/04/a%20b/". Empty without a base address.
[[nodiscard]] std::string site_address(SiteLayout const& layout, std::string_view path);

}  // namespace pressmark
