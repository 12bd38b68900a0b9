// Merging posts field by field. Identity and source stay those of the first.
#include "indexer/archive/merge.h"

#include <algorithm>

namespace pressmark {

namespace {

void fill(std::string& field, std::string const& other) {
  if (field.empty()) field = other;
}

void fill(std::optional<Timestamp>& field, std::optional<Timestamp> other) {
  if (!field) field = other;
}

}  // namespace

Post filled_from(Post post, Post const& other) {
  fill(post.url, other.url);
  fill(post.title, other.title);
  fill(post.author, other.author);
  fill(post.language, other.language);
  fill(post.published, other.published);
  fill(post.updated, other.updated);
  if (post.categories.empty()) post.categories = other.categories;
  fill(post.image, other.image);
  fill(post.summary, other.summary);
  fill(post.html, other.html);
  return post;
}

Post merged_with(Post post, Post const& other) {
  post = filled_from(std::move(post), other);
  for (std::string const& category : other.categories) {
    bool const known = std::ranges::find(post.categories, category) != post.categories.end();
    if (!known) post.categories.push_back(category);
  }
  if (other.html.size() > post.html.size()) post.html = other.html;
  return post;
}

}  // namespace pressmark
