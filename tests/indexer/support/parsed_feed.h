// A whole source parsed at once, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/byte_stream.h"
#include "indexer/parse/parse.h"

namespace pressmark {

struct ParsedFeed {
  FeedReport report;
  std::vector<Post> posts;
};

inline ParsedFeed parse_stream(ByteStream& bytes, ParseOptions const& options) {
  ParsedFeed feed;
  feed.report = parse_source(bytes, options, [&](Post&& post) { feed.posts.push_back(std::move(post)); });
  return feed;
}

inline ParsedFeed parse_text(std::string_view bytes, ParseOptions const& options) {
  MemoryStream stream(bytes);
  return parse_stream(stream, options);
}

inline ParsedFeed parse_text(std::string_view bytes) {
  ParseOptions options;
  options.source = "feed.xml";
  return parse_text(bytes, options);
}

}  // namespace pressmark
