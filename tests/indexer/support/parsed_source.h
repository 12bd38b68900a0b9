// What a parser gives for some text, for tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_stream.h"
#include "indexer/item/feed.h"
#include "indexer/parse/parse.h"

namespace pressmark {

struct ParsedSource {
  FeedReport report;
  std::vector<Post> posts;
};

template <typename Parser>
ParsedSource parsed(Parser parser, std::string_view text, ParseOptions options = {}) {
  if (options.source.empty()) options.source = "source.json";
  MemoryStream bytes(text);
  ParsedSource result;
  result.report = parser(bytes, options, [&](Post&& post) { result.posts.push_back(std::move(post)); });
  return result;
}

// The first problem as "where: what"; empty if there is none.
[[nodiscard]] inline std::string first_problem(FeedReport const& report) {
  if (report.problems.empty()) return {};
  return report.problems.front().where + ": " + report.problems.front().what;
}

}  // namespace pressmark
