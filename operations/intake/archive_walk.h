// The way through the documents of an archive, from the newest to the oldest.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "indexer/parse/feed.h"
#include "operations/intake/source_visit.h"

namespace pressmark {

// Documents of one archive that are walked, so that an endless calendar ends.
inline constexpr std::size_t kMaxArchiveDocuments = 10'000;
// So many documents in a row without a post that was not there before end a walk: it leads in a circle, or
// the server gives the same whatever page is asked for.
inline constexpr std::size_t kDocumentsWithoutNews = 3;

// Follows RFC 5005 (archived and paged feeds), `next_url` of JSON Feed, and the pages of WordPress.
// Not thread-safe.
class ArchiveWalk {
 public:
  // `visit` must outlive it.
  explicit ArchiveWalk(SourceVisit& visit) : visit_(visit) {}

  // Takes the feed itself, and tells what to ask for then: nothing unless the archive has never been
  // walked to its end, is to be mirrored, or posts may lie between the feed and what was read last.
  // Throws Error{bad_source} where its posts cannot be read.
  [[nodiscard]] FetchRequests begin(FetchedDocument& newest, FeedLinks const& links);
  // Takes an older document. They are a plus: what is wrong with one does not undo the others.
  [[nodiscard]] FetchRequests take(FetchedDocument&& older);
  // Tells the result how far the walk came.
  void finish();

 private:
  struct Glance {
    bool has_news = false;
    std::optional<Timestamp> oldest;
  };

  [[nodiscard]] Glance look_at(FetchedDocument& document);
  [[nodiscard]] bool is_wanted(Glance const& newest);
  [[nodiscard]] FetchRequests next_of(FeedLinks const& links);

  SourceVisit& visit_;
  std::unordered_set<std::string> guids_;  // of all posts so far
  std::string newest_url_;
  std::size_t documents_ = 1;
  std::size_t without_news_ = 0;    // in a row
  std::size_t wordpress_page_ = 1;  // asked for last
  bool is_walking_ = false;
};

}  // namespace pressmark
