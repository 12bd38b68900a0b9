// Posts to exported lines.
#include "present/reports/post_json.h"

#include "present/json/json.h"

namespace pressmark {

std::string post_json(std::string const& id, std::int64_t change, Post const& post) {
  return json_text({
      {"id", id},
      {"guid", post.guid},
      {"url", post.url},
      {"title", post.title},
      {"author", post.author},
      {"site", post.site},
      {"language", post.language},
      {"published", json_time(post.published)},
      {"updated", json_time(post.updated)},
      {"categories", post.categories},
      {"image", json_text_or_null(post.image)},
      {"summary", post.summary},
      {"html", post.html},
      {"source", post.source},
      {"change", change},
  });
}

}  // namespace pressmark
