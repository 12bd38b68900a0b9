// Which page is asked for next, and where the walk ends.
#include "operations/intake/feed_page_walk.h"

#include "indexer/parse/parse.h"
#include "indexer/parse/source_links.h"

namespace pressmark {
namespace {

std::string paged_url(std::string const& url, std::size_t page) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "paged=" + std::to_string(page);
}

}  // namespace

FetchRequests FeedPageWalk::begin(FetchedDocument& newest, FeedLinks const& links) {
  if (!is_wanted(look_at(newest))) return {};
  is_walking_ = true;
  newest_url_ = newest.final_url;
  return next_of(links);
}

bool FeedPageWalk::is_wanted(PageSummary const& newest) {
  auto const& before = session_.result().before;
  bool const was_walked = before.announced && before.last_success && !session_.options().is_unconditional;
  if (!was_walked || session_.result().source.mirror) return true;
  return newest.oldest && *newest.oldest > *before.last_success;
}

FetchRequests FeedPageWalk::take(FetchedDocument&& older) {
  bool const is_end = older.outcome == FetchOutcome::missing && wordpress_page_ > 1;
  if (is_end) return {};
  if (older.outcome != FetchOutcome::fresh) {
    session_.note_unfetched(older);
    return {};
  }
  try {
    auto const read = read_links(*older.body, session_.parse_options(older));
    if (read.kind != DocumentKind::feed) {
      session_.note(older.url + " should be part of an archive, and is no feed");
      return {};
    }
    without_news_ = look_at(older).has_news ? 0 : without_news_ + 1;
    if (without_news_ >= kDocumentsWithoutNews) return {};
    if (guids_.size() > session_.result().source.max_posts) return cut_short_by_posts();
    session_.keep(older, {.is_dispensable = true});
    return next_of(read.links);
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;
    session_.note(error.what());
  }
  return {};
}

FetchRequests FeedPageWalk::next_of(FeedLinks const& links) {
  auto next = ask_next_of(links);
  if (next.empty()) return {};
  auto const max_documents = session_.options().max_feed_pages;
  if (++documents_ > max_documents) return cut_short(std::to_string(max_documents) + " documents");
  if (guids_.size() >= session_.result().source.max_posts) return cut_short_by_posts();
  return next;
}

FetchRequests FeedPageWalk::ask_next_of(FeedLinks const& links) {
  if (!links.prev_archive.empty()) return session_.ask(links.prev_archive, DocumentRole::older);
  if (!links.next.empty()) return session_.ask(links.next, DocumentRole::older);
  if (!links.is_wordpress || links.is_complete) return {};
  return session_.ask(paged_url(newest_url_, ++wordpress_page_), DocumentRole::older);
}

FetchRequests FeedPageWalk::cut_short_by_posts() {
  return cut_short("max_posts, " + std::to_string(session_.result().source.max_posts));
}

FetchRequests FeedPageWalk::cut_short(std::string const& limit) {
  is_cut_short_ = true;
  auto& result = session_.result();
  result.note({"its archive is read no further than " + limit, result.source.name()});
  return {};
}

FeedPageWalk::PageSummary FeedPageWalk::look_at(FetchedDocument& document) {
  PageSummary summary;
  auto options = session_.parse_options(document);
  options.limits.max_posts = session_.result().source.max_posts;
  document.body->rewind();
  (void)parse_source(*document.body, options, [&](Post&& post) {
    if (guids_.insert(std::move(post.guid)).second) summary.has_news = true;
    if (post.published && (!summary.oldest || *post.published < *summary.oldest))
      summary.oldest = post.published;
  });
  return summary;
}

void FeedPageWalk::finish() {
  if (!is_walking_) return;
  auto& result = session_.result();
  result.is_walked = !session_.is_broken();
  result.state.announced.reset();  // a walk that broke is walked again
  if (result.is_walked) result.state.announced = guids_.size();
}

}  // namespace pressmark
