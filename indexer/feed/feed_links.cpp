// Links of paged and archived feeds, and generators.
#include "indexer/feed/feed_links.h"

#include <algorithm>
#include <string>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/feed/feed_elements.h"

namespace pressmark {
namespace {

// A relation may be written out (RFC 4287 §4.2.7.2).
constexpr std::string_view kRelations = "http://www.iana.org/assignments/relation/";

struct Relation {
  std::string_view name;
  std::string FeedLinks::* address;
};

constexpr Relation kLinks[] = {{"next", &FeedLinks::next},
                               {"prev-archive", &FeedLinks::prev_archive},
                               {"first", &FeedLinks::first},
                               {"last", &FeedLinks::last},
                               {"current", &FeedLinks::current}};

// Of several links of one relation the first counts; pages for people are none of the feed.
void read_link(XmlElement const& link, std::string_view document, FeedLinks& links) {
  auto const written = collapse_whitespace(link.attribute("rel"));
  std::string_view name = written;
  if (name.starts_with(kRelations)) name.remove_prefix(kRelations.size());
  auto const* const relation = std::ranges::find(kLinks, name, &Relation::name);
  if (relation == std::end(kLinks) || lower(link.attribute("type")) == "text/html") return;
  auto& address = links.*relation->address;
  if (address.empty()) address = web_address(link, document, link.attribute("href"));
}

bool is_wordpress(XmlElement const& generator) {
  if (lower(trim(generator.text())).starts_with("wordpress")) return true;
  for (auto const& address :
       {generator.text(), generator.attribute("uri"), generator.attribute("rdf:resource")}) {
    auto const host = url_host(trim(address));
    if (host == "wordpress.org" || host == "wordpress.com") return true;
  }
  return false;
}

bool is_generator(XmlElement const& element) {
  return element.is(Namespace::none, "generator") || element.is(Namespace::atom, "generator") ||
         element.is(Namespace::admin, "generatorAgent");
}

}  // namespace

FeedLinks read_feed_links(XmlElement const& channel, std::string_view document) {
  FeedLinks links;
  for (auto const& child : channel.children()) {
    if (child.is(Namespace::atom, "link") || child.is(Namespace::none, "link")) {
      read_link(child, document, links);
    } else if (child.is(Namespace::history, "complete")) {
      links.is_complete = true;
    } else if (child.is(Namespace::history, "archive")) {
      links.is_archive = true;
    } else if (is_generator(child)) {
      links.is_wordpress = links.is_wordpress || is_wordpress(child);
    }
  }
  return links;
}

}  // namespace pressmark
