// What a store says and holds, as text to compare; and the checks that go with it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace pressmark {

// Kept apart, because an update reaches the archive before the index.
struct StoreState {
  std::string answers;  // of several searches, without what depends on the clock or the generation
  std::string posts;    // `export`, sorted
  std::string counts;   // `stats`, without sizes and times
  std::string index;    // index_contents(); empty without an index
};

// The answers of a store that has no index yet.
inline constexpr char const* kNoIndex = "no index yet\n";

// The answers to the test queries, or kNoIndex. An error of any other kind is an answer, too, one
// that no working store gives.
[[nodiscard]] std::string answers_of(std::filesystem::path const& store);

// The answer to one query.
[[nodiscard]] std::string answer_of(std::filesystem::path const& store, std::string const& query);

[[nodiscard]] StoreState state_of(std::filesystem::path const& store);

// Empty if the texts are equal, else the first lines that differ.
[[nodiscard]] std::string difference(std::string const& got, std::string const& wanted);
[[nodiscard]] std::string difference(StoreState const& got, StoreState const& wanted);

// The names of what lies in a store beside the archive, the lock, CURRENT and two generations at most.
[[nodiscard]] std::string debris_in(std::filesystem::path const& store);

// Empty if the program failed as a program should: exit status 2, one line "error: ", then one
// line "hint: ", and nothing else. Otherwise what was wrong.
[[nodiscard]] std::string fault_in_failure(ProcessEnd const& end);

}  // namespace pressmark
