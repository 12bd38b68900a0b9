// Feeds made for the tests: as many posts as a test needs to have something to interrupt.
#pragma once

#include <cstddef>
#include <string>

namespace pressmark {

// What a blog's feed says at two points in time.
enum class Edition {
  first,
  second,  // every seventh post changed, and a tenth as many new ones
};

// RSS 2.0 with `posts` posts (plus the new ones) of a few paragraphs. The same arguments always
// give the same bytes.
[[nodiscard]] std::string sample_feed(std::size_t posts, Edition edition);

}  // namespace pressmark
