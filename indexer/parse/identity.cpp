// Finding posts that cannot be told apart by their guids.
#include "indexer/parse/identity.h"

#include <unordered_map>
#include <utility>

#include "common/base/hash.h"

namespace pressmark {
namespace {

std::string name_of(Post const& post) {
  return post.title.empty() ? post.html : post.title;
}

std::string date_of(Post const& post) {
  return post.published ? format_rfc3339(*post.published) : std::string();
}

// Equal for posts that are the same in all that identifies one.
std::string full_identity(Post const& post) {
  return stable_hash({post.guid, post.url, name_of(post), date_of(post)});
}

Problem problem_at(Post const& post, std::size_t line, std::string what) {
  return {std::move(what), post.source + ":" + std::to_string(line)};
}

void remove_repeated(Feed& feed, std::vector<std::size_t> const& lines) {
  std::unordered_map<std::string, std::size_t> line_of;  // by full identity
  std::vector<Post> kept;
  kept.reserve(feed.posts.size());
  for (std::size_t i = 0; i < feed.posts.size(); ++i) {
    auto& post = feed.posts[i];
    auto const [seen, is_new] = line_of.try_emplace(full_identity(post), lines[i]);
    if (is_new) {
      kept.push_back(std::move(post));
      continue;
    }
    ++feed.skipped;
    feed.problems.push_back(
        problem_at(post, lines[i], "the item repeats that of line " + std::to_string(seen->second)));
  }
  feed.posts = std::move(kept);
}

}  // namespace

std::string default_guid(Post const& post) {
  return post.url.empty() ? stable_hash({name_of(post), date_of(post)}) : post.url;
}

void make_guids_unique(Feed& feed, std::vector<std::size_t> const& lines) {
  remove_repeated(feed, lines);
  std::unordered_map<std::string, std::size_t> uses;  // of each guid
  for (auto const& post : feed.posts) ++uses[post.guid];
  for (auto const& [guid, count] : uses) {
    if (count == 1) continue;
    feed.problems.push_back(
        {std::to_string(count) + " different items have the guid \"" + guid + "\"; it does not identify them",
         feed.posts.front().source});
  }
  for (auto& post : feed.posts) {
    if (uses[post.guid] > 1) post.guid = full_identity(post);
  }
}

}  // namespace pressmark
