// An entry keeps its identity from day to day, so that readers of feeds know each gap again.
#include "present/reports/gap_feed.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/hash.h"
#include "common/strings/text_list.h"
#include "present/address/search_address.h"
#include "present/feeds/uuid_urn.h"
#include "present/feeds/xml_element.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

std::string id_of(std::string_view kind, std::string_view name) {
  return xml_element("id", uuid_urn(stable_hash({kind, name})));
}

std::string search_link(std::string const& query, GapFeedSite const& site) {
  if (site.public_url.empty()) return {};
  SearchAddress address;
  address.query = query;
  auto const url = site.public_url + search_reference(kResultsPage, address);
  return xml_element("link", {{"rel", "alternate"}, {"type", "text/html"}, {"href", url}});
}

// Of a query that now found nothing, now too little, both count.
std::vector<AskedQuery> gaps_of(QueryInsight const& insight) {
  auto gaps = insight.without_results;
  for (auto const& asked : insight.relaxed) {
    if (asked.outcome != SearchOutcome::fewer_words) continue;
    auto const known = std::ranges::find(gaps, asked.query, &AskedQuery::query);
    if (known == gaps.end()) {
      gaps.push_back(asked);
      continue;
    }
    known->readers += asked.readers;
    known->last = std::max(known->last, asked.last);
  }
  std::ranges::sort(gaps, comes_before);
  return gaps;
}

std::string sentence(AskedQuery const& gap) {
  auto const answer = gap.outcome == SearchOutcome::nothing
                          ? std::string(" and found nothing.")
                          : " and found only posts that lack some of its words.";
  return counted(gap.readers, "reader") + " searched this" + answer;
}

std::string entry(AskedQuery const& gap, GapFeedSite const& site) {
  return "<entry>\n" + id_of("content gap", gap.query) + xml_element("title", printable_text(gap.query)) +
         xml_element("updated", format_rfc3339(gap.last)) + search_link(gap.query, site) +
         xml_element("content", sentence(gap)) + "</entry>\n";
}

}  // namespace

std::string gap_feed(QueryInsight const& insight, GapFeedSite const& site, Timestamp now) {
  auto const gaps = gaps_of(insight);
  auto updated = gaps.empty() ? now : Timestamp(gaps.front().last);
  for (auto const& gap : gaps) updated = std::max(updated, Timestamp(gap.last));
  auto text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
              id_of("content gaps", site.title + '\n' + site.public_url) +
              xml_element("title", "Content gaps: " + site.title) +
              xml_element("updated", format_rfc3339(updated)) + "<author>\n" +
              xml_element("name", "Pressmark") + "</author>\n";
  for (auto const& gap : gaps) text += entry(gap, site);
  return text + "</feed>\n";
}

}  // namespace pressmark
