// The first pass finds guids that different posts share; the second replaces them by hashes.
#include "indexer/item/identity.h"

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

}  // namespace

std::string default_guid(Post const& post) {
  return post.url.empty() ? stable_hash({name_of(post), date_of(post)}) : post.url;
}

void Identities::survey(Post const& post) {
  auto const identity = first_bits(full_identity(post));
  auto const [known, is_new] = guids_.try_emplace(first_bits(stable_hash({post.guid})), Guid{identity});
  if (!is_new && known->second.identity != identity) known->second.is_shared = true;
}

std::optional<Place> Identities::settle(Post& post, Place place) {
  auto identity = full_identity(post);
  auto const [seen, is_new] = settled_.try_emplace(first_bits(identity), place);
  if (!is_new) return seen->second;
  auto const known = guids_.find(first_bits(stable_hash({post.guid})));
  if (known == guids_.end() || !known->second.is_shared) return std::nullopt;
  ++shared_[post.guid];
  post.guid = std::move(identity);
  return std::nullopt;
}

std::vector<Problem> Identities::shared_guids(std::string const& source) const {
  std::vector<Problem> problems;
  for (auto const& [guid, posts] : shared_) {
    problems.push_back(
        {std::to_string(posts) + " different items have the guid \"" + guid + "\"; it does not identify them",
         source});
  }
  return problems;
}

}  // namespace pressmark
