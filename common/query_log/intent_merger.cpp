// Compares a reader's search with the one before.
#include "common/query_log/intent_merger.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace pressmark {
namespace {

// Shorter queries that differ in a letter are two queries: "cat" and "car".
constexpr std::size_t kMinEditedBytes = 5;

// Letters put in, taken out, replaced or swapped in one place.
bool is_edit(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < kMinEditedBytes) return false;
  auto const [a_differs, b_differs] = std::ranges::mismatch(a, b);
  a.remove_prefix(static_cast<std::size_t>(a_differs - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(b_differs - b.begin()));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  return std::max(a.size(), b.size()) <= IntentMerger::kMaxEditBytes;
}

bool goes_on(AnsweredSearch const& before, AnsweredSearch const& next) {
  if (before.key == next.key) return true;
  if (before.manner == SearchManner::submitted) return false;
  return next.key.starts_with(before.key) || before.key.starts_with(next.key) ||
         is_edit(before.key, next.key);
}

// The same query narrowed by a filter says less of what there is than without.
bool says_less(AnsweredSearch const& next, AnsweredSearch const& before) {
  return before.key == next.key && next.posts < before.posts;
}

}  // namespace

std::size_t IntentMerger::Hash::operator()(ReaderKey const& reader) const noexcept {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are characters
  return std::hash<std::string_view>()({reinterpret_cast<char const*>(reader.data()), reader.size()});
}

void IntentMerger::note(ReaderKey const& reader, SharedSearch search, Time now) {
  finish_idle(now);
  auto const [known, is_new] = by_reader_.try_emplace(reader);
  if (is_new) {
    pending_.push_front({reader, std::move(search), now});
    known->second = pending_.begin();
    if (pending_.size() > kMaxPending) finish_oldest();
    return;
  }
  pending_.splice(pending_.begin(), pending_, known->second);
  auto& last = pending_.front();
  last.noted = now;
  if (!goes_on(*last.search, *search)) on_intent_(reader, last.search);
  if (!says_less(*search, *last.search)) last.search = std::move(search);
}

void IntentMerger::finish_idle(Time now) {
  while (!pending_.empty() && now - pending_.back().noted > kPatience) finish_oldest();
}

void IntentMerger::finish_all() {
  while (!pending_.empty()) finish_oldest();
}

void IntentMerger::finish_oldest() {
  auto const& oldest = pending_.back();
  on_intent_(oldest.reader, oldest.search);
  by_reader_.erase(oldest.reader);
  pending_.pop_back();
}

}  // namespace pressmark
