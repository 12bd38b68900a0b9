// The way through the older pages of a feed, from the newest to the oldest.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "indexer/item/feed.h"
#include "operations/intake/fetch_session.h"

namespace pressmark {

// This many documents in a row without a post that was not there before end a walk: it leads in a circle, or
// the server gives the same whatever page is asked for.
inline constexpr std::size_t kDocumentsWithoutNews = 3;

// Follows RFC 5005 (archived and paged feeds), `next_url` of JSON Feed, and the pages of WordPress, as far
// as max_posts of the source and WebOptions::max_feed_pages go. Beyond them it is not proven that
// anything is gone; but neither is it walked again every night.
// Not thread-safe.
class FeedPageWalk {
 public:
  // `session` must outlive it.
  explicit FeedPageWalk(FetchSession& session) : session_(session) {}

  // Takes the feed itself, and tells what to ask for then: nothing unless the archive has never been
  // walked to its end, is to be mirrored, or posts may lie between the feed and what was read last.
  // Throws Error{bad_source} where its posts cannot be read.
  [[nodiscard]] FetchRequests begin(FetchedDocument& newest, FeedLinks const& links);
  // Takes an older document. They are a plus: what is wrong with one does not undo the others.
  [[nodiscard]] FetchRequests take(FetchedDocument&& older);
  // Tells the result how far the walk came.
  void finish();
  // True if there is nothing beyond what was read.
  [[nodiscard]] bool has_reached_end() const {
    return is_walking_ && !session_.is_broken() && !is_cut_short_;
  }

 private:
  struct PageSummary {
    bool has_news = false;
    std::optional<Timestamp> oldest;
  };

  [[nodiscard]] PageSummary look_at(FetchedDocument& document);
  [[nodiscard]] bool is_wanted(PageSummary const& newest);
  [[nodiscard]] FetchRequests next_of(FeedLinks const& links);
  [[nodiscard]] FetchRequests ask_next_of(FeedLinks const& links);
  [[nodiscard]] FetchRequests cut_short(std::string const& limit);
  [[nodiscard]] FetchRequests cut_short_by_posts();

  FetchSession& session_;
  std::unordered_set<std::string> guids_;  // of all posts so far
  std::string newest_url_;
  std::size_t documents_ = 1;
  std::size_t without_news_ = 0;    // in a row
  std::size_t wordpress_page_ = 1;  // asked for last
  bool is_walking_ = false;
  bool is_cut_short_ = false;  // by a limit
};

}  // namespace pressmark
