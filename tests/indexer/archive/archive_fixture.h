// A directory of its own for each test of the archive, and posts to put there.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "indexer/archive/archive.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

inline constexpr Timestamp kToday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};

struct ArchiveFixture {
  [[nodiscard]] std::filesystem::path path() const { return directory / "archive.db"; }
  [[nodiscard]] Archive open(ArchiveAccess access = ArchiveAccess::read_write) const {
    return {path(), access};
  }

  ScratchFolder folder;
  std::filesystem::path directory = folder.path();
};

// A post of the site "garden.example" with every field set.
inline Post make_post(std::string const& guid) {
  Post post;
  post.site = "garden.example";
  post.guid = guid;
  post.url = "https://garden.example/" + guid;
  post.title = "On " + guid;
  post.author = "Ada";
  post.language = "en-GB";
  post.published = kToday - std::chrono::days(20);
  post.categories = {"Soil", "Tools"};
  post.image = "https://garden.example/" + guid + ".jpg";
  post.summary = "<p>Short.</p>";
  post.html = "<p>All about " + guid + ".</p>";
  post.source = "garden.xml";
  return post;
}

inline std::vector<ArchivedPost> all_posts(Archive const& archive) {
  std::vector<ArchivedPost> posts;
  archive.visit_posts([&](ArchivedPost const& post) { posts.push_back(post); });
  return posts;
}

inline auto has_code(ErrorCode code) {
  return [code](Error const& error) { return error.code() == code; };
}

// All four counts in one comparable value: added, changed, unchanged, removed, forgotten.
inline std::vector<std::size_t> figures(ChangeCounts const& counts) {
  return {counts.added, counts.changed, counts.unchanged, counts.removed, counts.forgotten};
}

inline std::vector<std::size_t> added(std::size_t posts) {
  return {posts, 0, 0, 0, 0};
}
inline std::vector<std::size_t> changed(std::size_t posts) {
  return {0, posts, 0, 0, 0};
}
inline std::vector<std::size_t> unchanged(std::size_t posts) {
  return {0, 0, posts, 0, 0};
}

}  // namespace pressmark
