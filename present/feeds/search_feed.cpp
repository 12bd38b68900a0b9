// Gives a search and its posts identities, addresses and times.
#include "present/feeds/search_feed.h"

#include <algorithm>
#include <utility>

#include "common/base/hash.h"
#include "common/url/url.h"
#include "present/feeds/uuid_urn.h"
#include "present/page/section_html.h"

namespace pressmark {
namespace {

// One for a search, whatever pages it is cut into.
std::string feed_id(SearchAddress const& address, PageSite const& site) {
  return uuid_urn(stable_hash({"search", site.root(), query_string(subscription(address), kUsualFeed)}));
}

std::string page_url(SearchAddress const& address, PageSite const& site) {
  auto page = subscription(address);
  page.sort = address.sort;
  page.limit = kResultsPage.usual.limit;
  return site.root() + search_reference(kResultsPage, page);
}

FeedEntry make_entry(Hit post) {
  FeedEntry entry;
  entry.id = uuid_urn(post.id);
  for (auto const& section : post.sections) entry.html += section_html(section, post.url);
  auto const& best = post.sections.empty() ? post.url : post.sections.front().url;
  if (is_web_url(best)) entry.url = best;
  entry.updated = post.updated.value_or(post.published.value_or(Timestamp{}));
  entry.post = std::move(post);
  return entry;
}

}  // namespace

SearchFeed make_search_feed(SearchResults results, SearchAddress const& address, SearchPlace const& place,
                            PageSite const& site, std::size_t max_window) {
  SearchFeed feed;
  feed.id = feed_id(address, site);
  feed.title = search_title(address, site.title);
  feed.page_url = page_url(address, site);
  feed.self_url = site.root() + search_reference(place, address);
  feed.description_url = site.root() + std::string(kSearchDescriptionPath);
  auto next = address;
  next.offset += address.limit;
  if (address.limit > 0 && next.offset < results.total && next.offset + next.limit <= max_window) {
    feed.next_url = site.root() + search_reference(place, next);
  }
  feed.query = address.query;
  feed.total = results.total;
  feed.offset = address.offset;
  feed.limit = address.limit;
  for (auto& post : results.hits) {
    feed.entries.push_back(make_entry(std::move(post)));
    feed.updated = std::max(feed.updated, feed.entries.back().updated);
  }
  return feed;
}

}  // namespace pressmark
