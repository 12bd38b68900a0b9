// The query box: any bytes are read as a query, and what is said about them names places in them.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/fuzz_target.h"
#include "searcher/query/query_parser.h"

using namespace pressmark;

namespace {

void require_places(std::vector<QueryNode> const& nodes, std::size_t size) {
  for (auto const& node : nodes) {
    for (auto const& word : node.words) {
      require(word.begin <= word.end && word.end <= size, "a word stands in the query");
      require(!word.parts.empty(), "a word has parts");
    }
    require_places(node.children, size);
  }
}

void require_places(Query const& query, std::size_t size) {
  require_places(query.wanted, size);
  require_places(query.excluded, size);
  for (auto const& warning : query.warnings) {
    require(warning.begin <= warning.end && warning.end <= size, "a warning is about a place in the query");
    require(!warning.message.empty(), "a warning says what it is about");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(data), size);
  std::vector<std::string> const languages = {"de", "en"};
  QueryParserOptions const options{languages, Timestamp{std::chrono::days{20'000}}, {}};
  require_places(parse_query(text, options), size);
  auto const words = parse_words(text, options);
  require_places(words, size);
  require(words.excluded.empty() && words.filters == Filters{}, "words are nothing but words");
  return 0;
}
