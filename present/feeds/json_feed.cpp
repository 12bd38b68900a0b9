// Builds feed and items member by member.
#include "present/feeds/json_feed.h"

#include <utility>

#include "common/url/url.h"
#include "present/json/json.h"

namespace pressmark {
namespace {

void set_text(Json& object, char const* member, std::string const& text) {
  if (!text.empty()) object[member] = text;
}

void set_time(Json& object, char const* member, std::optional<Timestamp> time) {
  if (time) object[member] = format_rfc3339(*time);
}

Json item_json(FeedEntry const& entry) {
  auto const& post = entry.post;
  Json item = {{"id", entry.id}};
  set_text(item, "url", entry.url);
  set_text(item, "title", post.title.text);
  item["content_html"] = entry.html;
  set_text(item, "summary", post.summary);
  if (is_web_url(post.image)) item["image"] = post.image;
  set_time(item, "date_published", post.published);
  set_time(item, "date_modified", post.updated);
  if (!post.author.empty()) item["authors"] = Json::array({{{"name", post.author}}});
  if (!post.categories.empty()) item["tags"] = post.categories;
  set_text(item, "language", post.language);
  return item;
}

}  // namespace

std::string json_feed(SearchFeed const& feed) {
  Json object = {{"version", "https://jsonfeed.org/version/1.1"},
                 {"title", feed.title},
                 {"home_page_url", feed.page_url},
                 {"feed_url", feed.self_url}};
  set_text(object, "next_url", feed.next_url);
  auto& items = object["items"] = Json::array();
  for (auto const& entry : feed.entries) items.push_back(item_json(entry));
  return json_text(object);
}

}  // namespace pressmark
