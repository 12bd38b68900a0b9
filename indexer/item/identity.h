// Identifiers that distinguish the posts of one source, whatever the source says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/post.h"
#include "common/base/result.h"
#include "indexer/item/place.h"

namespace pressmark {

// A guid for a post whose source gives it none: its URL, else a hash of title and date, with the
// content in place of a missing title.
[[nodiscard]] std::string default_guid(Post const& post);

// Gives every post of a source a guid of its own. Where different posts carry one guid, all of them
// get a hash instead, since none may inherit the identity of another when the source changes; so
// the source is read twice, and of each post no more than hashes stay in memory.
class Identities {
 public:
  // The first pass: every post is shown.
  void survey(Post const& post);

  // The second: makes the guid of `post` unique. If it repeats an earlier post in all that identifies
  // one, gives back the place of that.
  [[nodiscard]] std::optional<Place> settle(Post& post, Place place);

  // What was found wrong with guids, after both.
  [[nodiscard]] std::vector<Problem> shared_guids(std::string const& source) const;

 private:
  using Hash = std::uint64_t;
  struct Guid {
    Hash identity;  // of the first post with it
    bool is_shared = false;
  };

  std::unordered_map<Hash, Guid> guids_;
  std::unordered_map<Hash, Place> settled_;    // where each post was
  std::map<std::string, std::size_t> shared_;  // posts with each guid that is shared
};

}  // namespace pressmark
