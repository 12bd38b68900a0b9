// Writes feed and entries element by element.
#include "present/feeds/atom_feed.h"

#include <string_view>

#include "common/url/url.h"
#include "present/feeds/xml_element.h"

namespace pressmark {
namespace {

std::string link(std::string_view relation, std::string_view type, std::string_view url) {
  return url.empty() ? std::string()
                     : xml_element("link", {{"rel", relation}, {"type", type}, {"href", url}});
}

std::string counts(SearchFeed const& feed) {
  return xml_element("opensearch:totalResults", std::to_string(feed.total)) +
         xml_element("opensearch:startIndex", std::to_string(feed.offset + 1)) +
         xml_element("opensearch:itemsPerPage", std::to_string(feed.limit)) +
         xml_element("opensearch:Query", {{"role", "request"}, {"searchTerms", feed.query}});
}

std::string start_tag(Hit const& post) {
  if (post.language.empty()) return "<entry>\n";
  return "<entry xml:lang=\"" + escape_xml(post.language) + "\">\n";
}

std::string entry_xml(FeedEntry const& entry) {
  auto const& post = entry.post;
  auto xml = start_tag(post) + xml_element("id", entry.id) + xml_element("title", post.title.text) +
             xml_element("updated", format_rfc3339(entry.updated));
  if (post.published) xml += xml_element("published", format_rfc3339(*post.published));
  xml += "<author>" + xml_element("name", post.author.empty() ? post.site : post.author) + "</author>\n";
  for (auto const& category : post.categories) xml += xml_element("category", {{"term", category}});
  xml += link("alternate", "text/html", entry.url);
  if (is_web_url(post.image)) xml += xml_element("media:thumbnail", {{"url", post.image}});
  if (!post.summary.empty()) xml += xml_element("summary", post.summary);
  return xml + xml_element("content", {{"type", "html"}}, entry.html) + "</entry>\n";
}

}  // namespace

std::string atom_feed(SearchFeed const& feed) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" "
      "xmlns:media=\"http://search.yahoo.com/mrss/\">\n";
  xml += xml_element("id", feed.id) + xml_element("title", feed.title) +
         xml_element("updated", format_rfc3339(feed.updated)) +
         link("self", "application/atom+xml", feed.self_url) + link("alternate", "text/html", feed.page_url) +
         link("next", "application/atom+xml", feed.next_url) +
         link("search", "application/opensearchdescription+xml", feed.description_url) + counts(feed);
  for (auto const& entry : feed.entries) xml += entry_xml(entry);
  return xml + "</feed>\n";
}

}  // namespace pressmark
