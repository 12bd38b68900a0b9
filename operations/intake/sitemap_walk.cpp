// Which pages of a sitemap are asked for, and which are gone.
#include "operations/intake/sitemap_walk.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include "common/url/url.h"

namespace pressmark {
namespace {

void append(FetchRequests&& more, FetchRequests& requests) {
  std::ranges::move(more, std::back_inserter(requests));
}

// Whether the page may have changed after it was seen. A date without a time means the whole day.
bool may_be_newer(Timestamp modified, Timestamp seen) {
  bool const is_day = modified == std::chrono::floor<std::chrono::days>(modified);
  return modified + std::chrono::days(is_day ? 1 : 0) > seen;
}

bool is_html(FetchedDocument const& document) {
  return document.media_type.empty() || document.media_type == "text/html" ||
         document.media_type == "application/xhtml+xml";
}

// Whether redirects that hold only for now had a part in it: it may be the page of a login.
bool is_elsewhere(FetchedDocument const& document) {
  auto const& right = document.permanent_url.empty() ? document.url : document.permanent_url;
  return canonical_url(document.final_url) != canonical_url(right);
}

}  // namespace

FetchRequests SitemapWalk::begin(FetchedDocument& sitemap) {
  has_list_ = true;
  session_.result().state.etag = sitemap.validators.etag;
  session_.result().state.last_modified = sitemap.validators.last_modified;
  return read(sitemap, SitemapOrigin::named);
}

FetchRequests SitemapWalk::begin_unmodified() {
  return ask_doubtful();
}

FetchRequests SitemapWalk::take_listed(FetchedDocument&& sitemap) {
  --open_sitemaps_;
  if (sitemap.outcome == FetchOutcome::fresh) {
    try {
      return read(sitemap, SitemapOrigin::listed_in_index);
    } catch (Error const& error) {
      if (error.code() != ErrorCode::bad_source) throw;
      session_.note(error.what());
    }
  } else {
    session_.note_unfetched(sitemap);
  }
  has_list_ = false;
  return open_sitemaps_ == 0 ? ask_doubtful() : FetchRequests{};
}

FetchRequests SitemapWalk::read(FetchedDocument& sitemap, SitemapOrigin origin) {
  FetchRequests requests;
  std::vector<SitemapEntry> entries;
  auto report = parse_sitemap(
      *sitemap.body, session_.parse_options(sitemap),
      [&](SitemapEntry&& entry) { entries.push_back(std::move(entry)); }, origin);
  auto& result = session_.result();
  is_list_sound_ = is_list_sound_ && report.problem_count == 0;
  for (auto& problem : report.problems) result.note(std::move(problem));
  for (auto const& entry : entries) {
    if (report.is_index) {
      auto more = session_.ask(entry.url, DocumentRole::sitemap);
      open_sitemaps_ += more.size();
      append(std::move(more), requests);
    } else if (listed_.size() < result.source.max_posts) {
      listed_.insert(entry.url);
      append(ask_page(entry), requests);
    } else if (!listed_.contains(entry.url)) {
      cut_short();
    }
  }
  // An index does not change with the sitemaps that it lists, nor a list without dates with its pages.
  if (report.is_index || !are_all_pages_dated_) result.state.etag = result.state.last_modified = {};
  if (open_sitemaps_ == 0) append(ask_doubtful(), requests);
  return requests;
}

void SitemapWalk::cut_short() {
  is_list_sound_ = false;
  if (std::exchange(is_cut_short_, true)) return;
  auto& result = session_.result();
  result.note({"its sitemap is read no further than max_posts, " + std::to_string(result.source.max_posts),
               result.source.name()});
}

FetchRequests SitemapWalk::ask_page(SitemapEntry const& entry) {
  if (!entry.modified) are_all_pages_dated_ = false;
  auto const known = session_.known_pages().find(entry.url);
  if (known == session_.known_pages().end()) return session_.ask(entry.url, DocumentRole::page);
  auto const& page = known->second;
  if (page.missing > 0 || page.gone_since) return session_.ask(entry.url, DocumentRole::page);
  bool const is_unchanged =
      entry.modified && page.last_seen && !may_be_newer(*entry.modified, *page.last_seen);
  if (is_unchanged && !session_.options().is_unconditional) return {};
  return session_.ask(entry.url, DocumentRole::page, {page.etag, page.last_modified});
}

// Pages that no sitemap lists any more, and those that were missing the last time, may be gone.
FetchRequests SitemapWalk::ask_doubtful() {
  FetchRequests requests;
  if (has_list_) session_.result().state.announced = listed_.size();
  for (auto const& [url, known] : session_.known_pages()) {
    bool const is_left_out = has_list_ && !listed_.contains(url);
    if (known.gone_since || (known.missing == 0 && !is_left_out)) continue;
    if (is_left_out && is_list_sound_ && session_.result().source.mirror) {
      auto page = known;
      take_out(page);
      session_.result().pages.push_back(std::move(page));
      continue;
    }
    append(session_.ask(url, DocumentRole::page, {known.etag, known.last_modified}), requests);
  }
  return requests;
}

FetchRequests SitemapWalk::take_page(FetchedDocument&& document) {
  auto const known = session_.known_pages().find(document.url);
  auto page = known == session_.known_pages().end() ? PageState{.url = document.url} : known->second;
  switch (document.outcome) {
    case FetchOutcome::fresh:
      take_fresh_page(document, std::move(page));
      return {};
    case FetchOutcome::not_modified:
      page.last_seen = session_.options().now;
      page.missing = 0;
      break;
    case FetchOutcome::missing:
      if (++page.missing >= kMissingRuns) take_out(page);
      break;
    case FetchOutcome::gone:
      take_out(page);
      break;
    case FetchOutcome::disallowed:  // for good: it need not be asked for again
      session_.result().note({document.why->what(), session_.result().source.name()});
      return {};
    case FetchOutcome::failed:
      session_.note_unfetched(document);
      return {};
  }
  session_.result().pages.push_back(std::move(page));
  return {};
}

void SitemapWalk::take_fresh_page(FetchedDocument& document, PageState page) {
  if (is_elsewhere(document)) {
    session_.note(document.url + " leads to " + document.final_url + " for now; it stays as it was");
    return;
  }
  page.etag = document.validators.etag;
  page.last_modified = document.validators.last_modified;
  page.last_seen = session_.options().now;
  page.missing = 0;
  page.gone_since.reset();
  if (!is_html(document)) {
    session_.result().pages.push_back(std::move(page));
    return;
  }
  try {
    session_.keep(document, {.page = std::move(page), .is_dispensable = true});
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;
    session_.note(error.what());
  }
}

void SitemapWalk::take_out(PageState& page) {
  if (page.gone_since) return;
  page.gone_since = session_.options().now;
  session_.result().gone_pages.push_back(page.url);
}

}  // namespace pressmark
