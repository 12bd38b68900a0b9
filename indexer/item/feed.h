// What parsing a source gives, whatever its format.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "common/base/noted_problems.h"
#include "common/base/post.h"

namespace pressmark {

// Takes the posts of a source one after the other, in its order; each has a guid of its own, and its
// `site`; `source` is filled in by whoever knows which one it is. What it throws passes through the parser.
using TakePost = std::function<void(Post&&)>;

// A feed that a document names.
struct ListedFeed {
  std::string title;  // empty if the document has none
  std::string url;    // as written: an address, or a path relative to the document
};

// Where the rest of an archive is, of which a source is a part: addresses on the web, empty where it says
// nothing.
struct FeedLinks {
  std::string next;           // the page of older posts (RFC 5005 §3); `next_url` of JSON Feed
  std::string prev_archive;   // the document of the posts before these (RFC 5005 §4)
  std::string first;          // of the pages
  std::string last;           // of the pages
  std::string current;        // the feed to subscribe to, seen from an archive document
  bool is_complete = false;   // it says that no post is elsewhere, and is not cut off (RFC 5005 §2)
  bool is_archive = false;    // it says that it is an archive document, which does not change
  bool is_wordpress = false;  // made by WordPress, which has older posts under "?paged=2" and so on
};

// Where the rest of a source is, and what became of its items: `problems` are items left out, and details
// that could not be read.
struct FeedReport : NotedProblems {
  FeedLinks links;
  std::size_t posts = 0;     // given out
  std::size_t skipped = 0;   // items left out
  bool has_waiting = false;  // some of these are dated in the future
  bool is_cut_off = false;   // it could not be read to its end: further items may be missing
};

}  // namespace pressmark
