// A search that was answered, as far as the query log keeps anything of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// What a query came to: the posts wanted, nothing, or posts that only a relaxation found.
enum class SearchOutcome : std::uint8_t { found, nothing, prefix, typo, fewer_words };

// "found", "nothing", "prefix", "typo" or "fewer-words", in files and in reports.
[[nodiscard]] std::string_view outcome_name(SearchOutcome outcome) noexcept;
[[nodiscard]] std::optional<SearchOutcome> find_outcome(std::string_view name) noexcept;

// A query that is sent at every keystroke, or one that the reader had finished.
enum class SearchManner : std::uint8_t { typed, submitted };

struct AnsweredSearch {
  std::string query;  // on one line, without control characters
  std::string key;    // folded: the same for two spellings of one query
  SearchOutcome outcome = SearchOutcome::found;
  std::size_t posts = 0;
  std::string corrected;  // what was searched instead; empty if nothing was
  SearchManner manner = SearchManner::typed;
};

// Shared with the answers that are kept to be given again.
using SharedSearch = std::shared_ptr<AnsweredSearch const>;

// Fills in `query` and `key` from `text`. Nothing for an empty text, and for one of more than
// kMaxLoggedBytes: that is no query, but something that was pasted.
[[nodiscard]] SharedSearch answered_search(std::string_view text, AnsweredSearch answer);

inline constexpr std::size_t kMaxLoggedBytes = 200;

// Tells one reader from another for a short while: an address in network order, or zeros for all
// whose address is unknown. Never written.
using ReaderKey = std::array<std::uint8_t, 16>;

}  // namespace pressmark
