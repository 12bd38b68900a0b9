// Implements the walk through an archive.
#include "operations/intake/archive_walk.h"

#include "indexer/parse/parse.h"
#include "indexer/parse/source_links.h"

namespace pressmark {
namespace {

std::string paged_url(std::string const& url, std::size_t page) {
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "paged=" + std::to_string(page);
}

}  // namespace

FetchRequests ArchiveWalk::begin(FetchedDocument& newest, FeedLinks const& links) {
  if (!is_wanted(look_at(newest))) return {};
  is_walking_ = true;
  newest_url_ = newest.final_url;
  return next_of(links);
}

bool ArchiveWalk::is_wanted(Glance const& newest) {
  auto const& before = visit_.result().before;
  bool const was_walked = before.announced && before.last_success && !visit_.options().is_unconditional;
  if (!was_walked || visit_.result().source.mirror) return true;
  return newest.oldest && *newest.oldest > *before.last_success;
}

FetchRequests ArchiveWalk::take(FetchedDocument&& older) {
  bool const is_end = older.outcome == FetchOutcome::missing && wordpress_page_ > 1;
  if (is_end) return {};
  if (older.outcome != FetchOutcome::fresh) {
    visit_.note_unfetched(older);
    return {};
  }
  try {
    auto const read = read_links(*older.body, visit_.parse_options(older));
    if (read.kind != DocumentKind::feed) {
      visit_.note(older.url + " should be part of an archive, and is no feed");
      return {};
    }
    without_news_ = look_at(older).has_news ? 0 : without_news_ + 1;
    if (without_news_ >= kDocumentsWithoutNews) return {};
    if (guids_.size() > visit_.result().source.max_posts) return cut_short_by_posts();
    visit_.keep(older, {.is_dispensable = true});
    return next_of(read.links);
  } catch (Error const& error) {
    if (error.code() != ErrorCode::bad_source) throw;
    visit_.note(error.what());
  }
  return {};
}

FetchRequests ArchiveWalk::next_of(FeedLinks const& links) {
  auto next = ask_next_of(links);
  if (next.empty()) return {};
  auto const max_documents = visit_.options().max_archive_documents;
  if (++documents_ > max_documents) return cut_short(std::to_string(max_documents) + " documents");
  if (guids_.size() >= visit_.result().source.max_posts) return cut_short_by_posts();
  return next;
}

FetchRequests ArchiveWalk::ask_next_of(FeedLinks const& links) {
  if (!links.prev_archive.empty()) return visit_.ask(links.prev_archive, DocumentRole::older);
  if (!links.next.empty()) return visit_.ask(links.next, DocumentRole::older);
  if (!links.is_wordpress || links.is_complete) return {};
  return visit_.ask(paged_url(newest_url_, ++wordpress_page_), DocumentRole::older);
}

FetchRequests ArchiveWalk::cut_short_by_posts() {
  return cut_short("max_posts, " + std::to_string(visit_.result().source.max_posts));
}

FetchRequests ArchiveWalk::cut_short(std::string const& limit) {
  is_cut_short_ = true;
  auto& result = visit_.result();
  result.note({"its archive is read no further than " + limit, result.source.name()});
  return {};
}

ArchiveWalk::Glance ArchiveWalk::look_at(FetchedDocument& document) {
  Glance glance;
  auto options = visit_.parse_options(document);
  options.limits.max_posts = visit_.result().source.max_posts;
  document.body->rewind();
  (void)parse_source(*document.body, options, [&](Post&& post) {
    if (guids_.insert(std::move(post.guid)).second) glance.has_news = true;
    if (post.published && (!glance.oldest || *post.published < *glance.oldest))
      glance.oldest = post.published;
  });
  return glance;
}

void ArchiveWalk::finish() {
  if (!is_walking_) return;
  auto& result = visit_.result();
  result.is_walked = !visit_.is_broken();
  result.state.announced.reset();  // a walk that broke is walked again
  if (result.is_walked) result.state.announced = guids_.size();
}

}  // namespace pressmark
