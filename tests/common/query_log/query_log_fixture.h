// Searches, readers and folders to try the query log on.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "common/base/time.h"
#include "common/date/parse_date.h"
#include "common/query_log/query_folder.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {

inline SharedSearch search_for(std::string const& query, std::size_t posts = 1,
                               SearchManner manner = SearchManner::typed) {
  AnsweredSearch answer;
  answer.outcome = posts == 0 ? SearchOutcome::nothing : SearchOutcome::found;
  answer.posts = posts;
  answer.manner = manner;
  return answered_search(query, answer);
}

inline SharedSearch corrected_search(std::string const& query, std::string corrected) {
  AnsweredSearch answer;
  answer.outcome = SearchOutcome::typo;
  answer.posts = 1;
  answer.corrected = std::move(corrected);
  return answered_search(query, answer);
}

inline ReaderKey reader(std::uint8_t number) {
  ReaderKey key{};
  key.back() = number;
  return key;
}

inline Day day(std::string const& text) {
  return std::chrono::floor<std::chrono::days>(parse_date(text).value());
}

// Where a store would have its queries; gone at the end of the test.
class ScratchQueries {
 public:
  [[nodiscard]] std::filesystem::path queries() const { return folder_.path() / "queries"; }

 private:
  ScratchFolder folder_;
};

// "readers outcome query" of each count, sorted; "?" for a query that is only a hash.
inline std::vector<std::string> counted(std::filesystem::path const& directory, Day day) {
  std::vector<std::string> lines;
  for (auto const& [place, count] : read_query_day(directory, day)) {
    lines.push_back(std::to_string(count.readers) + ' ' + std::string(outcome_name(place.second)) + ' ' +
                    (count.query.empty() ? "?" : count.query));
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace pressmark
