// The way from a source's address to all documents that are wanted of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/parse/source_links.h"
#include "operations/intake/web_sources.h"

namespace pressmark {

// A page that was missing so many runs in a row is gone.
inline constexpr std::size_t kMissingRuns = 3;
// Documents of one archive that are walked, so that a circle or an endless calendar ends.
inline constexpr std::size_t kMaxArchiveDocuments = 10'000;

// Decides, document by document, what to ask for next. Not thread-safe.
class SourceWalk {
 public:
  // `options` and `spool` must outlive it.
  SourceWalk(ConfiguredSource source, WebOptions const& options, DocumentSpool& spool);

  // Where the walk begins; nothing where the source is not to be asked now.
  [[nodiscard]] std::vector<FetchRequest> begin();
  // Takes a document that was asked for, and tells what to ask for then.
  [[nodiscard]] std::vector<FetchRequest> take(FetchedDocument&& document);
  // Takes the feeds that the source turned out to list, each to be walked by itself.
  [[nodiscard]] std::vector<ConfiguredSource> take_listed() { return std::exchange(listed_, {}); }
  // When nothing that was asked for is missing any more.
  [[nodiscard]] WebSource finish() &&;

 private:
  using Requests = std::vector<FetchRequest>;
  enum class Role { source, older, sitemap, page };

  [[nodiscard]] Requests ask(std::string const& url, Role role, Validators const& known = {});
  Requests take_source(FetchedDocument&& document);
  Requests ask_source_itself(std::string const& instead_of);
  Requests read_source(FetchedDocument&& document);
  Requests read_feed(FetchedDocument& document, FeedLinks const& links);
  Requests read_page_of_feeds(FetchedDocument const& document, std::vector<ListedFeed> const& feeds);
  Requests read_list(std::vector<ListedFeed> const& feeds);
  Requests take_older(FetchedDocument&& document);
  Requests next_of(FeedLinks const& links);
  Requests take_sitemap(FetchedDocument&& document);
  Requests read_sitemap(FetchedDocument& document, bool is_first);
  Requests ask_unlisted();
  Requests take_page(FetchedDocument&& document);
  void keep(FetchedDocument& document);
  void succeed(SourceOutcome outcome);
  void fail(Error error);
  void note(Problem problem);
  void note_unfetched(FetchedDocument const& document);
  [[nodiscard]] ParseOptions parse_options(FetchedDocument const& document) const;
  [[nodiscard]] bool is_gap_before(FetchedDocument& document) const;

  WebOptions const& options_;
  DocumentSpool& spool_;
  WebSource result_;
  std::map<std::string, Role> roles_;  // of what was asked for
  std::map<std::string, PageState> known_pages_;
  std::set<std::string> listed_pages_;  // in the sitemaps read so far
  std::vector<ConfiguredSource> listed_;
  bool is_walking_ = false;  // through the documents of an archive
  bool is_broken_ = false;   // some document could not be had, or not read
  std::size_t open_sitemaps_ = 0;
  std::size_t wordpress_page_ = 1;
};

}  // namespace pressmark
