#include "indexer/archive/database/post_columns.h"

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <system_error>

#include "common/base/hash.h"
#include "common/strings/number_text.h"
#include "common/url/url.h"

namespace pressmark {

namespace {

std::string time_text(std::optional<Timestamp> time) {
  return time ? std::to_string(time->time_since_epoch().count()) : std::string();
}

}  // namespace

Post read_post(Row const& row, int first) {
  int column = first;
  Post post;
  post.site = row.text(column++);
  post.guid = row.text(column++);
  post.url = row.text(column++);
  post.title = row.text(column++);
  post.author = row.text(column++);
  post.language = row.text(column++);
  post.published = row.time(column++);
  post.updated = row.time(column++);
  post.categories = split_lengths(row.text(column++));
  post.image = row.text(column++);
  post.source = row.text(column++);
  post.summary = row.text(column++);
  post.html = row.text(column++);
  return post;
}

std::string canonical_key(std::string_view url) {
  return url.empty() ? std::string() : canonical_url(url);
}

std::string content_hash(Post const& post) {
  return stable_hash({post.site, post.guid, post.url, post.title, post.author, post.language,
                      time_text(post.published), time_text(post.updated), join_lengths(post.categories),
                      post.image, post.summary, post.html});
}

std::string join_lengths(std::vector<std::string> const& strings) {
  std::string text;
  for (std::string const& string : strings) text += std::to_string(string.size()) + ':' + string;
  return text;
}

std::vector<std::string> split_lengths(std::string_view text) {
  std::vector<std::string> strings;
  while (!text.empty()) {
    auto const size = take_number<std::size_t>(text);
    if (!size || !text.starts_with(':')) break;
    text.remove_prefix(1);
    if (*size > text.size()) break;
    strings.emplace_back(text.substr(0, *size));
    text.remove_prefix(*size);
  }
  return strings;
}

}  // namespace pressmark
