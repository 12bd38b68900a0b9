// File by file through the parsers of pages, and through one Admission.
#include "indexer/parse/site.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/error.h"
#include "common/url/url.h"
#include "indexer/decode/decoding_stream.h"
#include "indexer/item/admission.h"
#include "indexer/item/site_layout.h"
#include "indexer/markdown/site_configuration.h"
#include "indexer/parse/format.h"
#include "indexer/parse/page_source.h"

namespace pressmark {
namespace {

// The number of pages that are looked at for an address before the site counts as one that names none.
constexpr std::size_t kAskedPages = 20;

// Where generators put the pages that they make from Markdown.
constexpr std::string_view kBuiltPages = "public/";

// The files that may hold posts. Beside their Markdown, pages made from it would be second copies.
std::vector<std::string> files_of_posts(std::vector<std::string> const& files, SiteLayout const& layout) {
  std::vector<std::string> built;
  std::vector<std::string> others;
  bool has_markdown = false;
  for (auto const& file : files) {
    auto const path = path_below_root(layout, file);
    auto const kind = file_kind(path);
    if (kind == FileKind::none) continue;
    bool const is_built = path.starts_with(kBuiltPages);
    has_markdown = has_markdown || (kind == FileKind::markdown && !is_built);
    (is_built ? built : others).push_back(file);
  }
  if (!has_markdown) others.insert(others.end(), built.begin(), built.end());
  return others;
}

// Where the site begins if its page at `path` has the address `url`: "https://example.org/blog/" for
// "a/index.html" at "https://example.org/blog/a/". Empty where the two do not fit.
std::string base_of(std::string_view url, std::string_view path) {
  constexpr std::string_view kIndex = "index.html";
  std::vector<std::string_view> endings{path};
  if (path.ends_with(kIndex)) endings.push_back(path.substr(0, path.size() - kIndex.size()));
  if (endings.back().ends_with('/')) endings.push_back(endings.back().substr(0, endings.back().size() - 1));
  if (!path.ends_with(kIndex)) endings.push_back(path.substr(0, path.rfind('.')));
  for (auto const ending : endings) {
    if (!url.ends_with(ending)) continue;
    auto const base = url.substr(0, url.size() - ending.size());
    if (base.ends_with('/') && is_web_url(base)) return std::string(base);
  }
  return {};
}

class SiteReader {
 public:
  SiteReader(std::vector<std::string> files, OpenFile const& open, PageOptions const& options,
             TakePost const& take)
      : files_(std::move(files)), open_(open), options_(options), admission_(options, take, report_) {}

  FeedReport read() {
    if (options_.layout.base_url.empty()) base_url_ = ask_for_base();
    read_all();
    admission_.begin_second_pass();
    read_all();
    admission_.finish();
    return std::move(report_);
  }

 private:
  [[nodiscard]] PageOptions options_for(std::string const& file) const {
    auto options = options_;
    options.source = file;
    if (options.layout.base_url.empty()) options.layout.base_url = base_url_;
    return options;
  }

  // The address of the site, from the first page that tells its own.
  [[nodiscard]] std::string ask_for_base() const {
    std::size_t asked = 0;
    for (auto const& file : files_) {
      if (kind_of_ending(file) != FileKind::html_page) continue;
      if (++asked > kAskedPages) break;
      std::vector<Problem> problems;
      auto const page = read_file(file, problems);
      if (!page) continue;
      if (auto base = base_of(page->url, path_below_root(options_.layout, file)); !base.empty()) return base;
    }
    return {};
  }

  void read_all() {
    for (auto const& file : files_) {
      std::vector<Problem> problems;
      auto post = read_file(file, problems);
      for (auto& problem : problems) admission_.note(std::move(problem.what), {.file = &file});
      if (post) {
        admission_.admit({.post = *std::move(post)}, {.file = &file});
      } else {
        admission_.refuse(post.error().what, {.file = &file});
      }
    }
  }

  // A file that cannot be opened or read stands in the way of no other.
  [[nodiscard]] Result<Post> read_file(std::string const& file, std::vector<Problem>& problems) const {
    try {
      auto const options = options_for(file);
      auto const bytes = open_(file);
      DecodingStream text(*bytes, file);
      text.rewind();
      auto const format = recognise_format(head_of(text), file).format;
      if (format != Format::html && format != Format::markdown) {
        return unexpected(Problem{"the file holds neither a page nor Markdown", file});
      }
      text.rewind();
      auto post = read_page(text, format, options);
      problems = text.problems();
      return post;
    } catch (Error const& error) {
      if (error.code() != ErrorCode::source_missing && error.code() != ErrorCode::bad_source) throw;
      return unexpected(Problem{error.what(), file});
    }
  }

  std::vector<std::string> files_;
  OpenFile const& open_;
  PageOptions const& options_;
  std::string base_url_;  // found out; empty if it was given or cannot be
  FeedReport report_;
  Admission admission_;
};

}  // namespace

FeedReport parse_site(std::vector<std::string> const& files, OpenFile const& open, PageOptions const& options,
                      TakePost const& take) {
  auto posts = files_of_posts(files, options.layout);
  if (posts.empty()) {
    throw Error(ErrorCode::bad_source, options.source + " holds no web page and no Markdown file",
                "feeds and exports in a directory are read when they are named");
  }
  auto completed = options;
  auto problem = complete_from_configuration(completed.layout, files, open);
  auto report = SiteReader(std::move(posts), open, completed, take).read();
  if (problem) report.note_first(*std::move(problem));
  return report;
}

}  // namespace pressmark
