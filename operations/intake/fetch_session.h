// What the steps of a walk share: what was asked for, what is kept, and what went wrong.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/parse/parse.h"
#include "operations/intake/web_sources.h"

namespace pressmark {

using FetchRequests = std::vector<FetchRequest>;

enum class DocumentRole { source, older, sitemap, page };

// Fetching one source in one run. Not thread-safe.
class FetchSession {
 public:
  // `options` and `spool` must outlive it.
  FetchSession(Source source, WebOptions const& options, DocumentSpool& spool);

  [[nodiscard]] WebOptions const& options() const noexcept { return options_; }
  [[nodiscard]] WebSource& result() noexcept { return result_; }
  [[nodiscard]] std::map<std::string, PageState> const& known_pages() const noexcept { return known_pages_; }

  // A request for `url`; nothing if it was asked for already.
  [[nodiscard]] FetchRequests ask(std::string const& url, DocumentRole role, Validators const& known = {});
  [[nodiscard]] DocumentRole role_of(FetchedDocument const& document) const;

  // Puts the document among those of the source, after those kept before. Throws Error{bad_source} for
  // one that is larger than the source allows.
  void keep(FetchedDocument& document, WebDocument kept = {});

  // What is wrong with a document that the source can do without. It is asked for again in the next run.
  void note(std::string what);
  void note_unfetched(FetchedDocument const& document);
  [[nodiscard]] bool is_broken() const noexcept { return is_broken_; }

  // The source has failed. What was learnt on the way is forgotten: the next run begins where this one did.
  void fail(Error error);

  [[nodiscard]] ParseOptions parse_options(FetchedDocument const& document) const;

  // When nothing that was asked for is missing any more.
  void finish();

 private:
  WebOptions const& options_;
  DocumentSpool& spool_;
  WebSource result_;
  std::map<std::string, DocumentRole> roles_;  // of what was asked for
  std::map<std::string, PageState> known_pages_;
  bool is_broken_ = false;  // some document could not be had, or not read
};

}  // namespace pressmark
