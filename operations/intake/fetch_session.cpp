// Remembers each address asked for, so that none is fetched twice for one source.
#include "operations/intake/fetch_session.h"

#include <algorithm>
#include <utility>

namespace pressmark {

FetchSession::FetchSession(Source source, WebOptions const& options, DocumentSpool& spool)
    : options_(options), spool_(spool) {
  auto known = options.known ? options.known(source.name()) : KnownSource{};
  for (auto& page : known.pages) known_pages_.emplace(page.url, std::move(page));
  result_.source = std::move(source);
  result_.before = std::move(known.state);
  result_.state = result_.before;
  result_.state.last_attempt = options.now;
}

FetchRequests FetchSession::ask(std::string const& url, DocumentRole role, Validators const& known) {
  if (!roles_.emplace(url, role).second) return {};
  FetchRequest request;
  request.url = url;
  request.known = known;
  request.is_page = role == DocumentRole::page;
  auto const contact = options_.contacts.find(result_.source.site);
  if (contact != options_.contacts.end()) request.contact = contact->second;
  return {std::move(request)};
}

DocumentRole FetchSession::role_of(FetchedDocument const& document) const {
  return roles_.at(document.url);
}

void FetchSession::keep(FetchedDocument& document, WebDocument kept) {
  document.body->rewind();
  spool_.add(document.final_url, document.charset, *document.body);
  kept.spooled = spool_.documents().back();
  if (kept.spooled.bytes > result_.source.max_bytes) {
    throw Error(ErrorCode::bad_source, document.url + " is larger than max_megabytes of the source allows",
                "raise max_megabytes if it is to be read");
  }
  result_.documents.push_back(std::move(kept));
  if (options_.progress) {
    options_.progress({"fetching", spool_.documents().size(), 0, "documents", spool_.bytes()});
  }
}

void FetchSession::note(std::string what) {
  is_broken_ = true;
  result_.note({std::move(what), result_.source.name()});
}

void FetchSession::note_unfetched(FetchedDocument const& document) {
  note(document.why ? document.why->what() : document.url + " could not be fetched");
}

void FetchSession::fail(Error error) {
  result_.outcome = SourceOutcome::failed;
  result_.failure = std::move(error);
}

ParseOptions FetchSession::parse_options(FetchedDocument const& document) const {
  ParseOptions options;
  options.source = document.final_url;
  options.charset = document.charset;
  options.site = result_.source.site;
  options.now = options_.now;
  return options;
}

void FetchSession::finish() {
  auto& state = result_.state;
  if (result_.outcome == SourceOutcome::postponed) {
    state = result_.before;
    return;
  }
  if (result_.failure) {
    // What failing itself told is kept.
    auto failed = after_failure(result_.before, options_.now);
    failed.gone_since = state.gone_since;
    failed.not_before = state.not_before;
    state = std::move(failed);
    result_.documents.clear();
    result_.pages.clear();
    result_.gone_pages.clear();
    return;
  }
  state.last_success = options_.now;
  state.failures = 0;
  state.not_before.reset();
  state.gone_since.reset();
  if (is_broken_) state.etag = state.last_modified = {};
  if (!result_.documents.empty() || !result_.gone_pages.empty()) result_.outcome = SourceOutcome::read;
  std::ranges::reverse(result_.documents);
}

}  // namespace pressmark
