// Implements the walk through the documents of one source.
#include "operations/intake/source_walk.h"

#include <algorithm>
#include <utility>

#include "common/base/url.h"
#include "indexer/parse/parse.h"
#include "indexer/parse/sitemap.h"

namespace pressmark {
namespace {

// What SourceState::kind remembers.
constexpr std::string_view kFeed = "feed";
constexpr std::string_view kList = "list";
constexpr std::string_view kSitemap = "sitemap";

bool is_html(FetchedDocument const& document) {
  return document.media_type.empty() || document.media_type == "text/html" ||
         document.media_type == "application/xhtml+xml";
}

std::string paged_url(std::string const& url, std::size_t page) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "paged=" + std::to_string(page);
}

Error not_wanted(std::string const& url, std::string const& what, std::string const& wanted) {
  return {ErrorCode::bad_source, url + " answers with " + what + ", not with " + wanted,
          "open it in a browser: has it moved, or does it ask for a login?"};
}

}  // namespace

SourceWalk::SourceWalk(ConfiguredSource source, WebOptions const& options, DocumentSpool& spool)
    : options_(options), spool_(spool) {
  auto known = options.known ? options.known(source.name()) : KnownSource{};
  for (auto& page : known.pages) known_pages_.emplace(page.url, std::move(page));
  result_.state = std::move(known.state);
  result_.source = std::move(source);
  result_.before = result_.state;
}

SourceWalk::Requests SourceWalk::begin() {
  auto& state = result_.state;
  if (state.not_before && *state.not_before > options_.now) {
    result_.outcome = SourceOutcome::postponed;
    return {};
  }
  state.last_attempt = options_.now;
  auto const& url = state.url_now.empty() ? result_.source.url : state.url_now;
  return ask(url, Role::source,
             options_.is_unconditional ? Validators{} : Validators{state.etag, state.last_modified});
}

SourceWalk::Requests SourceWalk::ask(std::string const& url, Role role, Validators const& known) {
  if (!roles_.emplace(url, role).second) return {};
  FetchRequest request;
  request.url = url;
  request.known = known;
  request.is_page = role == Role::page;
  auto const contact = options_.contacts.find(result_.source.site);
  if (contact != options_.contacts.end()) request.contact = contact->second;
  return {std::move(request)};
}

SourceWalk::Requests SourceWalk::take(FetchedDocument&& document) {
  switch (roles_.at(document.url)) {
    case Role::source:
      return take_source(std::move(document));
    case Role::older:
      return take_older(std::move(document));
    case Role::sitemap:
      return take_sitemap(std::move(document));
    case Role::page:
      break;
  }
  return take_page(std::move(document));
}

SourceWalk::Requests SourceWalk::take_source(FetchedDocument&& document) {
  auto& state = result_.state;
  if (document.outcome == FetchOutcome::fresh) return read_source(std::move(document));
  if (document.outcome == FetchOutcome::not_modified) {
    succeed(SourceOutcome::not_modified);
    return state.kind == kSitemap ? ask_unlisted() : Requests{};
  }
  if (document.outcome != FetchOutcome::failed) {
    if (auto again = ask_source_itself(document.url); !again.empty()) return again;
  }
  fail(std::move(*document.why));
  if (document.outcome == FetchOutcome::gone && !state.gone_since) state.gone_since = options_.now;
  if (document.retry_after) state.not_before = options_.now + *document.retry_after;
  return {};
}

// Where a redirect or a page once led need not be right for ever: the source's own address may know better.
SourceWalk::Requests SourceWalk::ask_source_itself(std::string const& instead_of) {
  if (instead_of == result_.source.url) return {};
  result_.state.url_now.clear();
  return ask(result_.source.url, Role::source);
}

SourceWalk::Requests SourceWalk::read_source(FetchedDocument&& document) {
  auto const& wanted = result_.source.kind;
  auto& state = result_.state;
  try {
    auto const read = read_links(*document.body, parse_options(document));
    if (!document.permanent_url.empty()) state.url_now = document.permanent_url;
    switch (read.kind) {
      case DocumentKind::feed:
        if (wanted == kSitemap) break;
        state.kind = kFeed;
        return read_feed(document, read.links);
      case DocumentKind::feed_list:
        if (wanted == kFeed || wanted == kSitemap) break;
        state.kind = kList;
        return read_list(read.feeds);
      case DocumentKind::page:
        if (wanted == kSitemap || state.kind == kSitemap) break;
        return read_page_of_feeds(document, read.feeds);
      case DocumentKind::sitemap:
      case DocumentKind::sitemap_index:
        if (wanted == kFeed) break;
        state.kind = kSitemap;
        return read_sitemap(document, true);
      case DocumentKind::other:
        break;
    }
    fail(not_wanted(document.url, "something else", wanted == "any" ? "a feed or a sitemap" : "a " + wanted));
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;
    fail(error);
  }
  return {};
}

SourceWalk::Requests SourceWalk::read_feed(FetchedDocument& document, FeedLinks const& links) {
  auto& state = result_.state;
  state.etag = document.validators.etag;
  state.last_modified = document.validators.last_modified;
  result_.is_complete = links.is_complete || result_.source.mirror;
  keep(document);
  if (!result_.source.whole_archive) return {};
  bool const was_walked = result_.before.announced && !options_.is_unconditional;
  if (was_walked && !is_gap_before(document)) return {};
  is_walking_ = true;
  return next_of(links);
}

// A page is no source itself, the feed that it names is. A source that was a feed stays one.
SourceWalk::Requests SourceWalk::read_page_of_feeds(FetchedDocument const& document,
                                                    std::vector<ListedFeed> const& feeds) {
  if (auto again = ask_source_itself(document.url); !again.empty()) return again;
  bool const was_feed = !result_.before.kind.empty() && result_.before.url_now.empty();
  if (document.url == result_.source.url && !was_feed && !feeds.empty()) {
    result_.state.url_now = feeds.front().url;
    if (auto found = ask(feeds.front().url, Role::source); !found.empty()) return found;
  }
  fail(not_wanted(document.url, "a web page", "a feed"));
  return {};
}

SourceWalk::Requests SourceWalk::read_list(std::vector<ListedFeed> const& feeds) {
  for (auto const& feed : feeds) {
    if (!is_web_url(feed.url)) continue;
    auto source = result_.source;
    source.url = feed.url;
    listed_.push_back(std::move(source));
  }
  if (listed_.empty()) {
    fail({ErrorCode::bad_source, result_.source.url + " lists no feed on the web", ""});
  } else {
    succeed(SourceOutcome::not_modified);
  }
  return {};
}

// Older documents are a plus: what is wrong with one does not undo the others.
SourceWalk::Requests SourceWalk::take_older(FetchedDocument&& document) {
  bool const is_end = document.outcome == FetchOutcome::missing && wordpress_page_ > 1;
  if (is_end) return {};
  if (document.outcome != FetchOutcome::fresh) {
    note_unfetched(document);
    return {};
  }
  try {
    auto const read = read_links(*document.body, parse_options(document));
    if (read.kind == DocumentKind::feed) {
      keep(document);
      return next_of(read.links);
    }
    note({document.url + " is part of an archive, and no feed", result_.source.url});
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;
    note({error.what(), result_.source.url});
  }
  return {};
}

SourceWalk::Requests SourceWalk::next_of(FeedLinks const& links) {
  if (result_.documents.size() >= kMaxArchiveDocuments) {
    note({"the archive has more than " + std::to_string(kMaxArchiveDocuments) + " documents",
          result_.source.url});
    return {};
  }
  if (!links.prev_archive.empty()) return ask(links.prev_archive, Role::older);
  if (!links.next.empty()) return ask(links.next, Role::older);
  if (!links.is_wordpress || links.is_complete) return {};
  return ask(paged_url(result_.documents.front().url, ++wordpress_page_), Role::older);
}

SourceWalk::Requests SourceWalk::take_sitemap(FetchedDocument&& document) {
  --open_sitemaps_;
  if (document.outcome == FetchOutcome::fresh) return read_sitemap(document, false);
  note_unfetched(document);
  return {};
}

SourceWalk::Requests SourceWalk::read_sitemap(FetchedDocument& document, bool is_first) {
  auto& state = result_.state;
  Requests requests;
  auto const add = [&](Requests&& more) { std::ranges::move(more, std::back_inserter(requests)); };
  std::vector<SitemapEntry> entries;
  SitemapReport report;
  try {
    report = parse_sitemap(
        *document.body, parse_options(document),
        [&](SitemapEntry&& entry) { entries.push_back(std::move(entry)); },
        is_first ? SitemapOrigin::named : SitemapOrigin::listed_in_index);
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source || is_first) throw;
    note({error.what(), result_.source.url});
  }
  for (auto& problem : report.problems) note(std::move(problem));
  if (is_first) {
    // An index does not change with the sitemaps that it lists.
    state.etag = report.is_index ? "" : document.validators.etag;
    state.last_modified = report.is_index ? "" : document.validators.last_modified;
  }
  for (auto const& entry : entries) {
    if (report.is_index) {
      auto more = ask(entry.url, Role::sitemap);
      open_sitemaps_ += more.size();
      add(std::move(more));
      continue;
    }
    listed_pages_.insert(entry.url);
    auto const known = known_pages_.find(entry.url);
    bool const is_known = known != known_pages_.end() && known->second.missing == 0;
    bool const is_unchanged =
        is_known && entry.modified && known->second.last_seen && *entry.modified <= *known->second.last_seen;
    if (is_unchanged && !options_.is_unconditional) continue;
    add(ask(entry.url, Role::page,
            is_known ? Validators{known->second.etag, known->second.last_modified} : Validators{}));
  }
  if (open_sitemaps_ == 0 && !is_broken_) {
    state.announced = listed_pages_.size();
    add(ask_unlisted());
  }
  return requests;
}

// Pages that no sitemap lists any more, and those that were missing the last time, may be gone.
SourceWalk::Requests SourceWalk::ask_unlisted() {
  Requests requests;
  bool const has_list = result_.outcome != SourceOutcome::not_modified;
  for (auto const& [url, page] : known_pages_) {
    bool const is_doubtful = page.missing > 0 || (has_list && !listed_pages_.contains(url));
    if (!is_doubtful || page.gone_since) continue;
    std::ranges::move(ask(url, Role::page, {page.etag, page.last_modified}), std::back_inserter(requests));
  }
  return requests;
}

SourceWalk::Requests SourceWalk::take_page(FetchedDocument&& document) {
  auto const known = known_pages_.find(document.url);
  PageState page = known == known_pages_.end() ? PageState{.url = document.url} : known->second;
  bool const is_elsewhere =
      document.permanent_url.empty() && canonical_url(document.final_url) != canonical_url(document.url);
  switch (document.outcome) {
    case FetchOutcome::fresh:
      if (is_elsewhere) {
        note({document.url + " leads to " + document.final_url + " for now; it stays as it was",
              result_.source.url});
        return {};
      }
      if (!is_html(document)) return {};
      page.etag = document.validators.etag;
      page.last_modified = document.validators.last_modified;
      try {
        keep(document);
      } catch (Error const& error) {
        if (error.code() != ErrorCode::bad_source) throw;
        note({error.what(), result_.source.url});
        return {};
      }
      [[fallthrough]];
    case FetchOutcome::not_modified:
      page.last_seen = options_.now;
      page.missing = 0;
      page.gone_since.reset();
      break;
    case FetchOutcome::missing:
      if (++page.missing >= kMissingRuns) result_.gone_pages.push_back(page.url);
      break;
    case FetchOutcome::gone:
      page.gone_since = options_.now;
      result_.gone_pages.push_back(page.url);
      break;
    case FetchOutcome::disallowed:
    case FetchOutcome::failed:
      note_unfetched(document);
      return {};
  }
  result_.pages.push_back(std::move(page));
  return {};
}

// Whether posts may lie between the page and what was read the last time: all of it is newer.
bool SourceWalk::is_gap_before(FetchedDocument& document) const {
  auto const& last = result_.state.last_success;
  if (!last) return true;
  std::optional<Timestamp> oldest;
  document.body->rewind();
  try {
    (void)parse_source(*document.body, parse_options(document), [&](Post&& post) {
      if (post.published && (!oldest || *post.published < *oldest)) oldest = post.published;
    });
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;  // reading it into the archive will tell
  }
  return oldest && *oldest > *last;
}

void SourceWalk::keep(FetchedDocument& document) {
  document.body->rewind();
  spool_.add(document.final_url, document.charset, *document.body);
  auto const megabytes = static_cast<double>(spool_.documents().back().bytes) / (1 << 20);
  if (megabytes > result_.source.max_megabytes) {
    throw Error(ErrorCode::bad_source, document.url + " is larger than max_megabytes of the source allows",
                "raise max_megabytes if it is to be read");
  }
  result_.documents.push_back(spool_.documents().back());
  if (options_.progress)
    options_.progress({"fetching", spool_.documents().size(), 0, "documents", spool_.bytes()});
}

void SourceWalk::succeed(SourceOutcome outcome) {
  result_.outcome = outcome;
  result_.state.last_success = options_.now;
  result_.state.failures = 0;
  result_.state.not_before.reset();
  result_.state.gone_since.reset();
}

// What was learnt on the way to a failure is forgotten: the next run begins where this one did.
void SourceWalk::fail(Error error) {
  result_.state = result_.before;
  result_.state.last_attempt = options_.now;
  ++result_.state.failures;
  result_.outcome = SourceOutcome::failed;
  result_.documents.clear();
  result_.failure = std::move(error);
}

void SourceWalk::note(Problem problem) {
  is_broken_ = true;
  result_.note(std::move(problem));
}

void SourceWalk::note_unfetched(FetchedDocument const& document) {
  note({document.why ? document.why->what() : document.url + " could not be fetched", result_.source.url});
}

ParseOptions SourceWalk::parse_options(FetchedDocument const& document) const {
  ParseOptions options;
  options.source = document.final_url;
  options.charset = document.charset;
  options.site = result_.source.site;
  options.now = options_.now;
  return options;
}

WebSource SourceWalk::finish() && {
  std::ranges::reverse(result_.documents);
  if (!result_.failure) result_.is_whole_archive = is_walking_ && !is_broken_;
  return std::move(result_);
}

}  // namespace pressmark
