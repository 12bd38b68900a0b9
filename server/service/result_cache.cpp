// Keeps answers in the order of their last use.
#include "server/service/result_cache.h"

#include <iterator>
#include <utility>

namespace pressmark {
namespace {

// Of the containers and of strings' own.
constexpr std::size_t kEntryOverhead = 256;

}  // namespace

std::size_t ResultCache::Entry::bytes() const {
  auto const* const search = answer.facts.search.get();
  auto const noted = search == nullptr ? 0
                                       : sizeof *search + search->query.size() + search->key.size() +
                                             search->corrected.size();
  return kEntryOverhead + key.size() + answer.version.size() + answer.body->size() + noted;
}

std::optional<CachedAnswer> ResultCache::find(std::string const& key) {
  std::lock_guard const lock(mutex_);
  auto const found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->answer;
}

void ResultCache::insert(std::string const& key, CachedAnswer answer) {
  std::lock_guard const lock(mutex_);
  if (auto const old = by_key_.find(key); old != by_key_.end()) drop(old->second);
  entries_.push_front({key, std::move(answer)});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += entries_.front().bytes();
  shrink();
}

std::size_t ResultCache::bytes() const {
  std::lock_guard const lock(mutex_);
  return bytes_;
}

void ResultCache::set_max_bytes(std::size_t max_bytes) {
  std::lock_guard const lock(mutex_);
  max_bytes_ = max_bytes;
  shrink();
}

void ResultCache::drop(Entries::iterator entry) {
  bytes_ -= entry->bytes();
  by_key_.erase(entry->key);
  entries_.erase(entry);
}

void ResultCache::shrink() {
  while (bytes_ > max_bytes_) drop(std::prev(entries_.end()));
}

}  // namespace pressmark
