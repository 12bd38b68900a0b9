// Brings queries to the form that is compared and kept.
#include "common/query_log/answered_search.h"

#include <algorithm>
#include <utility>

#include "common/strings/utf8.h"
#include "common/text/fold.h"

namespace pressmark {
namespace {

constexpr auto kOutcomes =
    std::to_array<std::pair<std::string_view, SearchOutcome>>({{"found", SearchOutcome::found},
                                                               {"nothing", SearchOutcome::nothing},
                                                               {"prefix", SearchOutcome::prefix},
                                                               {"typo", SearchOutcome::typo},
                                                               {"fewer-words", SearchOutcome::fewer_words}});

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0);
}

// A line of a table: neither tabs nor anything that could act on a terminal.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    auto const [code_point, bytes] = decode_utf8(text, at);
    append_utf8(line, is_control(code_point) ? U' ' : code_point);
    at += bytes;
  }
  return collapse_whitespace(line);
}

}  // namespace

std::string_view outcome_name(SearchOutcome outcome) noexcept {
  return std::ranges::find(kOutcomes, outcome, &decltype(kOutcomes)::value_type::second)->first;
}

std::optional<SearchOutcome> find_outcome(std::string_view name) noexcept {
  auto const* const found = std::ranges::find(kOutcomes, name, &decltype(kOutcomes)::value_type::first);
  return found == kOutcomes.end() ? std::nullopt : std::optional(found->second);
}

SharedSearch answered_search(std::string_view text, AnsweredSearch answer) {
  if (text.size() > kMaxLoggedBytes) return nullptr;
  answer.query = on_one_line(text);
  answer.key = collapse_whitespace(fold(answer.query));
  if (answer.key.empty()) return nullptr;
  answer.corrected = on_one_line(answer.corrected);
  return std::make_shared<AnsweredSearch const>(std::move(answer));
}

}  // namespace pressmark
