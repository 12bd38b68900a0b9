// Where posts are read from, and what of it is taken.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace pressmark {

struct Source {
  std::string url;             // on the web; else `path` is set
  std::filesystem::path path;  // of a file or folder
  std::string site;            // whose posts they are; empty: as the source says
  std::string kind = "any";    // what it must be: "any", "feed" or "sitemap"
  std::string base_url;        // of a folder: the address it is published at
  std::string permalink;       // of a folder of Markdown: the pattern of its posts' addresses
  bool whole_archive = false;  // also what the feed no longer lists
  bool mirror = false;         // what leaves the source leaves the index
  std::size_t max_bytes = std::size_t{256} << 20;  // of one document, unpacked
  std::size_t max_posts = 200'000;

  // How messages and the command line name it.
  [[nodiscard]] std::string name() const { return url.empty() ? path.string() : url; }
};

}  // namespace pressmark
