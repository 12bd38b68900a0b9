// Writes the feed of content gaps.
#include "present/reports/gap_feed.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/escape_html.h"
#include "common/base/hash.h"
#include "present/page/search_address.h"
#include "present/wrap.h"

namespace pressmark {

namespace {

// The hash of `name` as a UUID of version 8 (RFC 9562 §5.8).
std::string uuid_urn(std::string_view kind, std::string_view name) {
  constexpr std::string_view kVariants = "89ab";
  auto digits = stable_hash({kind, name});
  digits[12] = '8';
  digits[16] = kVariants[static_cast<unsigned char>(digits[16]) % kVariants.size()];
  for (std::size_t const at : {20U, 16U, 12U, 8U}) digits.insert(at, 1, '-');
  return "urn:uuid:" + digits;
}

std::string element(std::string_view name, std::string_view text) {
  std::string const tag(name);
  return '<' + tag + '>' + escape_html(text) + "</" + tag + ">\n";
}

std::string search_link(std::string const& query, GapFeedSite const& site) {
  if (site.public_url.empty()) return {};
  SearchAddress address;
  address.query = query;
  return R"(<link rel="alternate" type="text/html" href=")" +
         escape_html(site.public_url + "/search?" + query_string(address)) + "\"/>\n";
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
  return std::to_string(gap.readers) + (gap.readers == 1 ? " reader" : " readers") + " searched this" +
         answer;
}

std::string entry(AskedQuery const& gap, GapFeedSite const& site) {
  return "<entry>\n" + element("id", uuid_urn("content gap", gap.query)) +
         element("title", printable_text(gap.query)) + element("updated", format_rfc3339(gap.last)) +
         search_link(gap.query, site) + element("content", sentence(gap)) + "</entry>\n";
}

}  // namespace

std::string gap_feed(QueryInsight const& insight, GapFeedSite const& site, Timestamp now) {
  auto const gaps = gaps_of(insight);
  auto updated = gaps.empty() ? now : Timestamp(gaps.front().last);
  for (auto const& gap : gaps) updated = std::max(updated, Timestamp(gap.last));
  auto text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n" +
              element("id", uuid_urn("content gaps", site.title + '\n' + site.public_url)) +
              element("title", "Content gaps: " + site.title) + element("updated", format_rfc3339(updated)) +
              "<author><name>Pressmark</name></author>\n";
  for (auto const& gap : gaps) text += entry(gap, site);
  return text + "</feed>\n";
}

}  // namespace pressmark
