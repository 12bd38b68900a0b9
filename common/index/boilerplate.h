// What the posts of a site repeat: lines about the author, invitations to subscribe. Known of the
// index as a whole and kept beside its documents, so that snippets can leave it out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/shingles.h"

namespace pressmark {

// A shingle as a site has it: the same words of another site are another number.
[[nodiscard]] constexpr std::uint64_t shingle_of_site(std::uint64_t site, std::uint64_t shingle) {
  auto const mixed = (site ^ shingle) * 0xD6E8FEB86659FD93;
  return mixed ^ (mixed >> 32);
}

struct Boilerplate {
  // The last post of the sample it was found in. Empty: all posts were looked at.
  std::string last_sampled_id;
  std::vector<std::uint64_t> shingles;  // shingle_of_site(short_hash(site), hash), ascending
  friend bool operator==(Boilerplate const&, Boilerplate const&) = default;
};

// For the metadata entry metadata::kBoilerplate.
[[nodiscard]] std::string pack_boilerplate(Boilerplate const& boilerplate);
// Nothing if there is no entry, or none this version can read.
[[nodiscard]] std::optional<Boilerplate> unpack_boilerplate(std::string_view packed);

}  // namespace pressmark
