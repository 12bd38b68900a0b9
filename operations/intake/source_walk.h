// The way from a source's address to all documents that are wanted of it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/parse/source_links.h"
#include "operations/intake/feed_page_walk.h"
#include "operations/intake/fetch_session.h"
#include "operations/intake/sitemap_walk.h"

namespace pressmark {

// Decides, document by document, what to ask for next. Not thread-safe.
class SourceWalk {
 public:
  // `options` and `spool` must outlive it.
  SourceWalk(Source source, WebOptions const& options, DocumentSpool& spool);
  SourceWalk(SourceWalk const&) = delete;
  SourceWalk& operator=(SourceWalk const&) = delete;

  // Where the walk begins; nothing where the source is not to be asked now.
  [[nodiscard]] FetchRequests begin();
  // Takes a document that was asked for, and tells what to ask for then.
  [[nodiscard]] FetchRequests take(FetchedDocument&& document);
  // Takes the feeds that the source turned out to list, each to be walked by itself.
  [[nodiscard]] std::vector<Source> take_listed() { return std::exchange(listed_, {}); }
  // When nothing that was asked for is missing any more.
  [[nodiscard]] WebSource finish() &&;

 private:
  [[nodiscard]] FetchRequests take_source(FetchedDocument&& document);
  [[nodiscard]] FetchRequests take_refusal(FetchedDocument&& document);
  [[nodiscard]] FetchRequests ask_source_itself(std::string const& instead_of);
  [[nodiscard]] FetchRequests read_source(FetchedDocument&& document);
  [[nodiscard]] FetchRequests read_feed(FetchedDocument& document, FeedLinks const& links);
  [[nodiscard]] FetchRequests read_page_of_feeds(FetchedDocument const& document,
                                                 std::vector<ListedFeed> const& feeds);
  [[nodiscard]] FetchRequests read_list(std::vector<ListedFeed> const& feeds);
  void refuse(FetchedDocument const& document, std::string const& what);

  FetchSession session_;
  FeedPageWalk feed_pages_{session_};
  SitemapWalk sitemap_{session_};
  std::vector<Source> listed_;
  bool is_found_on_page_ = false;          // the feed that is asked for now
  std::optional<bool> declares_complete_;  // the feed, once it was read
};

}  // namespace pressmark
