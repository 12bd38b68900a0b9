// Hands each document to the walk that its role belongs to, and remembers what kind of source it was.
#include "operations/intake/source_walk.h"

#include <string_view>

#include "common/url/url.h"

namespace pressmark {
namespace {

// What SourceState::kind remembers.
constexpr std::string_view kFeed = "feed";
constexpr std::string_view kPage = "page";  // a page that names the feed at SourceState::url_now
constexpr std::string_view kList = "list";
constexpr std::string_view kSitemap = "sitemap";

// Whether asking again can be expected to help (RFC 9110 §15.6, RFC 6585 §4).
bool may_pass_by_itself(FetchedDocument const& document) {
  return document.retry_after || document.status == 429 || document.status / 100 == 5;
}

}  // namespace

SourceWalk::SourceWalk(Source source, WebOptions const& options, DocumentSpool& spool)
    : session_(std::move(source), options, spool) {}

FetchRequests SourceWalk::begin() {
  auto& result = session_.result();
  auto const& known = result.before;
  auto const& options = session_.options();
  if (known.not_before && *known.not_before > options.now && !options.is_unconditional) {
    result.outcome = SourceOutcome::postponed;
    return {};
  }
  is_found_on_page_ = known.kind == kPage;
  bool const is_to_be_walked = result.source.whole_archive && !known.announced;
  bool const is_conditional = !options.is_unconditional && !is_to_be_walked;
  return session_.ask(known.url_now.empty() ? result.source.url : known.url_now, DocumentRole::source,
                      is_conditional ? Validators{known.etag, known.last_modified} : Validators{});
}

FetchRequests SourceWalk::take(FetchedDocument&& document) {
  switch (session_.role_of(document)) {
    case DocumentRole::source:
      return take_source(std::move(document));
    case DocumentRole::older:
      return feed_pages_.take(std::move(document));
    case DocumentRole::sitemap:
      return sitemap_.take_listed(std::move(document));
    case DocumentRole::page:
      break;
  }
  return sitemap_.take_page(std::move(document));
}

FetchRequests SourceWalk::take_source(FetchedDocument&& document) {
  auto& result = session_.result();
  if (document.outcome == FetchOutcome::fresh) return read_source(std::move(document));
  if (document.outcome != FetchOutcome::not_modified) return take_refusal(std::move(document));
  if (!document.permanent_url.empty()) result.state.url_now = document.permanent_url;
  result.outcome = SourceOutcome::not_modified;
  return result.state.kind == kSitemap ? sitemap_.begin_unmodified() : FetchRequests{};
}

FetchRequests SourceWalk::take_refusal(FetchedDocument&& document) {
  if (!may_pass_by_itself(document)) {
    if (auto again = ask_source_itself(document.url); !again.empty()) return again;
  }
  auto const now = session_.options().now;
  auto& state = session_.result().state;
  if (document.outcome != FetchOutcome::gone) state.gone_since.reset();
  if (document.outcome == FetchOutcome::gone && !state.gone_since) state.gone_since = now;
  if (document.retry_after) state.not_before = now + *document.retry_after;
  session_.fail(std::move(*document.why));
  return {};
}

// Where a redirect or a page once led need not be right for ever: the source's own address may know better.
FetchRequests SourceWalk::ask_source_itself(std::string const& instead_of) {
  auto& result = session_.result();
  if (instead_of == result.source.url) return {};
  auto again = session_.ask(result.source.url, DocumentRole::source);
  if (again.empty()) return {};
  result.state.url_now.clear();
  is_found_on_page_ = false;
  return again;
}

FetchRequests SourceWalk::read_source(FetchedDocument&& document) {
  auto& result = session_.result();
  auto const& wanted = result.source.kind;
  try {
    auto const read = read_links(*document.body, session_.parse_options(document));
    if (!document.permanent_url.empty()) result.state.url_now = document.permanent_url;
    switch (read.kind) {
      case DocumentKind::feed:
        if (wanted == kSitemap) break;
        return read_feed(document, read.links);
      case DocumentKind::feed_list:
        if (wanted != "any") break;
        return read_list(read.feeds);
      case DocumentKind::page:
        return read_page_of_feeds(document, read.feeds);
      case DocumentKind::sitemap:
      case DocumentKind::sitemap_index:
        if (wanted == kFeed) break;
        result.state.kind = kSitemap;
        return sitemap_.begin(document);
      case DocumentKind::other:
        break;
    }
    refuse(document, "something else");
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;
    session_.fail(error);
  }
  return {};
}

FetchRequests SourceWalk::read_feed(FetchedDocument& document, FeedLinks const& links) {
  auto& result = session_.result();
  result.state.kind = is_found_on_page_ ? kPage : kFeed;
  result.state.etag = document.validators.etag;
  result.state.last_modified = document.validators.last_modified;
  result.state.is_complete = links.is_complete;
  declares_complete_ = links.is_complete;
  session_.keep(document);
  return result.source.whole_archive ? feed_pages_.begin(document, links) : FetchRequests{};
}

// A page is no source itself, the feed that it names is. What was a source once is no such page: it is the
// page of a login, or of an error.
FetchRequests SourceWalk::read_page_of_feeds(FetchedDocument const& document,
                                             std::vector<ListedFeed> const& feeds) {
  auto& result = session_.result();
  if (auto again = ask_source_itself(document.url); !again.empty()) return again;
  bool const may_name_feed = result.before.kind.empty() || result.before.kind == kPage;
  bool const is_source = document.url == result.source.url && result.source.kind != kSitemap;
  if (is_source && may_name_feed && !feeds.empty()) {
    auto found = session_.ask(feeds.front().url, DocumentRole::source);
    if (!found.empty()) {
      result.state.url_now = feeds.front().url;
      is_found_on_page_ = true;
      return found;
    }
  }
  refuse(document, feeds.empty() && may_name_feed ? "a web page that names no feed" : "a web page");
  return {};
}

// A list in a list is no feed.
FetchRequests SourceWalk::read_list(std::vector<ListedFeed> const& feeds) {
  auto& result = session_.result();
  for (auto const& feed : feeds) {
    if (!is_web_url(feed.url)) continue;
    auto source = result.source;
    source.url = feed.url;
    source.kind = kFeed;
    listed_.push_back(std::move(source));
  }
  if (listed_.empty()) {
    session_.fail({ErrorCode::bad_source, result.source.url + " lists no feed on the web",
                   "an outline names a feed by its xmlUrl"});
    return {};
  }
  result.state.kind = kList;
  result.outcome = SourceOutcome::not_modified;
  return {};
}

void SourceWalk::refuse(FetchedDocument const& document, std::string const& what) {
  auto const& kind = session_.result().source.kind;
  session_.fail({ErrorCode::bad_source,
                 document.url + " answers with " + what + ", not with " +
                     (kind == "any" ? "a feed or a sitemap" : "a " + kind),
                 "open it in a browser: has it moved, or does it ask for a login?"});
}

WebSource SourceWalk::finish() && {
  feed_pages_.finish();
  auto& result = session_.result();
  if (declares_complete_) {
    bool const has_all = feed_pages_.has_reached_end() || !result.source.whole_archive;
    result.is_complete = *declares_complete_ || (result.source.mirror && has_all);
  }
  session_.finish();
  return std::move(result);
}

}  // namespace pressmark
