// A store with enough posts for several shards.
#pragma once

#include <string>
#include <vector>

#include "random_text.h"
#include "store_fixture.h"

namespace pressmark {

// Posts of which some have been published again or removed, so that their numbers and changes are not
// in one order. Nearly all end with the same line, and one is too deeply nested to be read whole.
struct ManyPosts : StoreFixture {
  static constexpr int kPosts = 450;
  static constexpr int kDeepPost = 10'000;
  static constexpr unsigned kThreads = 3;

  ManyPosts() {
    RandomText text(11);
    std::vector<NumberedPost> posts;
    for (int number = 0; number < kPosts; ++number) posts.push_back({number, text.html() + kLastLine});
    posts.push_back({kDeepPost, text.html()});
    for (int i = 0; i < 2'000; ++i) posts.back().html.insert(0, "<div>");
    archive_posts(posts);
    change_some(text);
  }

  // Publishes sixty posts anew, adds five and removes three.
  void change_some(RandomText& text) {
    std::vector<NumberedPost> posts;
    for (int i = 0; i < 60; ++i) posts.push_back({text.below(kPosts), text.html() + kLastLine});
    for (int i = 0; i < 5; ++i) posts.push_back({kPosts + text.below(kPosts), text.html()});
    archive_posts(posts);
    for (int i = 0; i < 3; ++i) remove_post(text.below(kPosts));
  }

  static constexpr char const* kLastLine = "<p>This line stands below every post of this site.</p>";
};

}  // namespace pressmark
