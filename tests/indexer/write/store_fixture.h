// A store with an archive, in a directory of its own, and views of the index made from it.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <vector>
#include <xapian.h>

#include "common/index/schema.h"
#include "common/index/store_layout.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"

namespace pressmark {

class StoreFixture {
 public:
  StoreFixture() : layout{make_directory()}, archive(layout.archive(), ArchiveAccess::read_write) {}
  ~StoreFixture() {
    std::error_code ignored;
    std::filesystem::remove_all(layout.root, ignored);
  }
  StoreFixture(StoreFixture const&) = delete;
  StoreFixture& operator=(StoreFixture const&) = delete;

  // Publishes posts in the archive, one more or another version of those with the same number.
  void archive_post(int number, std::string const& html, std::string const& language = "en") {
    Post post;
    post.site = "example.org";
    post.guid = std::to_string(number);
    post.url = "https://example.org/post-" + post.guid;
    post.title = "Post number " + post.guid;
    post.language = language;
    post.html = html;
    archive.apply("feed.xml", {&post, 1}, Timestamp(std::chrono::seconds(++clock_)));
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
  static std::filesystem::path make_directory() {
    auto pattern = (std::filesystem::temp_directory_path() / "pressmark-XXXXXX").string();
    return ::mkdtemp(pattern.data());
  }

  std::int64_t clock_ = 0;
};

// All that a database holds of its documents, by identity: document numbers may differ.
using IndexContents = std::map<std::string, std::string>;
inline IndexContents contents_of(Xapian::Database const& database) {
  IndexContents contents;
  for (auto id = database.allterms_begin("Q"); id != database.allterms_end("Q"); ++id) {
    auto const document = database.get_document(*database.postlist_begin(*id));
    auto& all = contents[*id];
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      all += *term + ' ' + std::to_string(term.get_wdf());
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
        all += ' ' + std::to_string(*at);
      all += '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      all += std::to_string(value.get_valueno()) + '=' + *value + '\n';
    }
    all += document.get_data();
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    contents["frequency of " + *term] =
        std::to_string(term.get_termfreq()) + ' ' + std::to_string(database.get_collection_freq(*term));
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    contents["metadata " + *key] = database.get_metadata(*key);
  }
  return contents;
}

}  // namespace pressmark
