// A store with an archive, in a directory of its own, and views of the index made from it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

#include "common/index/schema.h"
#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"
#include "tests/common/index/index_tables.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

struct NumberedPost {
  int number = 0;
  std::string html;
  std::string language = "en";
};

class StoreFixture {
  ScratchFolder folder_;  // before what stands in it

 public:
  StoreFixture() : layout{folder_.path()}, archive(layout.archive(), ArchiveAccess::read_write) {}

  // Publishes a post in the archive, one more or another version of the one with the same number.
  void archive_post(int number, std::string const& html, std::string const& language = "en") {
    archive_posts({{number, html, language}});
  }
  void archive_posts(std::vector<NumberedPost> const& numbered) {
    std::vector<Post> posts;
    for (auto const& [number, html, language] : numbered) {
      Post post;
      post.site = "example.org";
      post.guid = std::to_string(number);
      post.url = "https://example.org/post-" + post.guid;
      post.title = "Post number " + post.guid;
      post.language = language;
      post.html = html;
      posts.push_back(std::move(post));
    }
    archive.apply("feed.xml", posts, Timestamp(std::chrono::seconds(++clock_)));
  }
  void remove_post(int number) {
    std::vector<std::string> const ids = {post_id("example.org", std::to_string(number))};
    archive.remove(ids, Timestamp(std::chrono::seconds(++clock_)));
  }

  [[nodiscard]] std::string generation() const { return current_generation(layout).value(); }
  [[nodiscard]] Xapian::Database live() const {
    return Xapian::Database(layout.generation(generation()).string());
  }
  // In how many posts a word stands.
  [[nodiscard]] Xapian::doccount posts_with(std::string const& word) const {
    return live().get_termfreq(word_term(Field::text, word));
  }
  [[nodiscard]] std::vector<std::string> index_entries() const {
    std::vector<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator(layout.index())) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  StoreLayout layout;
  Archive archive;

 private:
  std::int64_t clock_ = 0;
};

}  // namespace pressmark
