// Fetching what sources on the web have anew.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/noted_problems.h"
#include "common/base/progress.h"
#include "common/base/source.h"
#include "common/base/stop.h"
#include "indexer/archive/model/source_state.h"
#include "indexer/fetch/fetch.h"
#include "operations/intake/document_spool.h"
#include "operations/intake/source_report.h"

namespace pressmark {

// A document of a source that was fetched and has not been parsed yet.
struct WebDocument {
  SpooledDocument spooled;
  std::optional<PageState> page;  // of a page of a sitemap: what it is once its post is in the archive
  bool is_dispensable = false;    // the others count without it
};

// What a source on the web had to give. `problems` are documents that could not be had.
struct WebSource : NotedProblems {
  Source source;  // of a feed that a list names, the list's with the address of the feed
  SourceOutcome outcome = SourceOutcome::read;
  std::optional<Error> failure;         // if it failed
  std::vector<WebDocument> documents;   // new ones, the oldest posts first
  SourceState before;                   // as the archive knows it
  SourceState state;                    // once the documents are in the archive
  std::vector<PageState> pages;         // without a document: likewise
  std::vector<std::string> gone_pages;  // of a sitemap: removed for good
  bool is_complete = false;             // a feed's posts are all that there are now
  bool is_walked = false;               // its older pages, to the end or to a limit
};

// What to remember of a source that was `before` and has failed at `now`.
[[nodiscard]] SourceState after_failure(SourceState before, Timestamp now);

// The state of a source as the archive keeps it.
struct KnownSource {
  SourceState state;
  std::vector<PageState> pages;
};

// Pages of one feed that are walked, so that an endless calendar ends.
inline constexpr std::size_t kMaxFeedPages = 10'000;

struct WebOptions {
  FetchSettings settings;
  std::map<std::string, std::string> contacts;  // of sites
  Timestamp now;
  ShouldStop should_stop;
  ReportProgress progress;
  std::function<KnownSource(std::string const& name)> known;
  std::size_t max_feed_pages = kMaxFeedPages;
  bool is_unconditional = false;  // asks now, and for documents as if none were known
};

// Fetches the sources side by side, each as far as it needs: the feed itself or the one that a page
// names; the feeds of a list; the further pages of an archive if it is to be whole; the pages of a
// sitemap that are new, may have changed, or are to be found missing. The documents end up in
// `spool`. A source that fails does not keep the others from being fetched. Throws as fetch_all() does.
[[nodiscard]] std::vector<WebSource> fetch_web_sources(std::vector<Source> const& sources,
                                                       WebOptions const& options, DocumentSpool& spool);

}  // namespace pressmark
