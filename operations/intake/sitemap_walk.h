// The way through a sitemap to the pages that are new, may have changed, or may be gone.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "indexer/parse/sitemap.h"
#include "operations/intake/fetch_session.h"

namespace pressmark {

// A page that was missing in this many runs in a row is gone.
inline constexpr std::size_t kMissingRuns = 3;

// Not thread-safe.
class SitemapWalk {
 public:
  // `session` must outlive it.
  explicit SitemapWalk(FetchSession& session) : session_(session) {}

  // Takes the sitemap that the source is, or the index of its sitemaps. Throws Error{bad_source} for what
  // is neither.
  [[nodiscard]] FetchRequests begin(FetchedDocument& sitemap);
  // The same where the server says that it is as it was.
  [[nodiscard]] FetchRequests begin_unmodified();
  // Takes a sitemap that an index lists.
  [[nodiscard]] FetchRequests take_listed(FetchedDocument&& sitemap);
  [[nodiscard]] FetchRequests take_page(FetchedDocument&& document);

 private:
  [[nodiscard]] FetchRequests read(FetchedDocument& sitemap, SitemapOrigin origin);
  [[nodiscard]] FetchRequests ask_page(SitemapEntry const& entry);
  [[nodiscard]] FetchRequests ask_doubtful();
  void cut_short();
  void take_fresh_page(FetchedDocument& document, PageState page);
  void take_out(PageState& page);

  FetchSession& session_;
  std::set<std::string> listed_;     // pages, in the sitemaps read so far
  std::size_t open_sitemaps_ = 0;    // asked for, and not there yet
  bool is_cut_short_ = false;        // by max_posts
  bool has_list_ = false;            // no sitemap is missing
  bool is_list_sound_ = true;        // nor anything in them
  bool are_all_pages_dated_ = true;  // so that the sitemap changes when a page does
};

}  // namespace pressmark
