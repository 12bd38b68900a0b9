// Reads, merges and replaces the files of days.
#include "common/query_log/query_folder.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>

#include "common/base/error.h"
#include "common/base/file_descriptor.h"
#include "common/base/files.h"
#include "common/base/hash.h"
#include "common/base/time.h"
#include "common/date/date_range.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFileBytes = std::size_t{16} << 20;
constexpr std::string_view kSuffix = ".tsv";

fs::path day_file(fs::path const& directory, Day day) {
  return directory / (format_day(day) + std::string(kSuffix));
}

// The day that a file's name begins with, also of one that was left half written.
std::optional<Day> day_of(fs::path const& file) {
  constexpr std::size_t kDayChars = 10;
  auto const name = file.filename().string();
  std::string_view const view = name;
  if (view.size() <= kDayChars || !view.substr(kDayChars).starts_with(kSuffix)) return std::nullopt;
  auto const range = parse_date_range(view.substr(0, kDayChars), {});
  return range ? std::optional(std::chrono::floor<std::chrono::days>(range->first)) : std::nullopt;
}

std::vector<fs::path> files_in(fs::path const& directory) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::directory_iterator entry(directory, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) files.push_back(entry->path());
  if (error == std::errc::permission_denied) {
    throw Error(ErrorCode::source_missing, "cannot read " + directory.string() + ": " + error.message(),
                "what readers searched is for the owner of the store only: run this as that user");
  }
  if (error && error != std::errc::no_such_file_or_directory) throw read_error(directory.string(), error);
  return files;
}

void make_directory(fs::path const& directory) {
  if (::mkdir(directory.c_str(), 0700) == -1 && errno != EEXIST) throw write_error(directory, last_error());
}

// Held by at most one process; given back when it is closed, or its owner dies.
FileDescriptor lock_folder(fs::path const& directory) {
  constexpr int kAttempts = 20;
  constexpr std::chrono::milliseconds kPause{50};
  auto const path = directory / "lock";
  auto file = open_file(path, O_RDWR | O_CREAT, 0600);
  if (!file.is_open()) throw write_error(path, last_error());
  for (int attempt = 1; ::flock(file.value(), LOCK_EX | LOCK_NB) == -1; ++attempt) {
    if (attempt == kAttempts) {
      throw Error(ErrorCode::store_locked, "another process is writing to " + directory.string());
    }
    std::this_thread::sleep_for(kPause);
  }
  return file;
}

std::string read_key(fs::path const& directory) {
  constexpr std::size_t kMaxKeyBytes = 1'024;
  auto const path = directory / "key";
  std::error_code unknown;  // reading will tell
  if (fs::exists(path, unknown)) return read_file(path, kMaxKeyBytes);
  std::random_device random;
  std::string noise;
  for (int i = 0; i < 8; ++i) noise += std::to_string(random()) + ' ';
  auto key = stable_hash({noise});
  write_file_atomically(path, key, Readers::owner);
  return key;
}

std::uint64_t query_hash(std::string_view key, AnsweredSearch const& search) {
  return first_bits(stable_hash({key, search.key}));
}

std::size_t readers_in(DayCounts const& counts, std::uint64_t hash) {
  std::size_t readers = 0;
  for (auto at = counts.lower_bound({hash, SearchOutcome::found}); at != counts.end(); ++at) {
    if (at->first.first != hash) break;
    readers += at->second.readers;
  }
  return readers;
}

}  // namespace

void QueryFolder::add(Day day, std::span<SharedSearch const> searches, ConfiguredInsight const& rules) {
  make_directory(directory_);
  auto const lock = lock_folder(directory_);
  auto const key = read_key(directory_);
  auto counts = read_query_day(directory_, day);
  std::map<DayCounts::key_type, SharedSearch> asked;
  for (auto const& search : searches) {
    DayCounts::key_type const place{query_hash(key, *search), search->outcome};
    if (counts.size() >= kMaxDayCounts && !counts.contains(place)) continue;
    auto& count = counts[place];
    ++count.readers;
    count.posts = search->posts;
    asked[place] = search;
  }
  for (auto const& [place, search] : asked) {
    auto const hash = place.first;
    if (readers_in(counts, hash) + readers_before(day, rules.days, hash) < rules.threshold) continue;
    counts[place].query = search->query;
    counts[place].corrected = search->corrected;
  }
  write_file_atomically(day_file(directory_, day), day_counts_text(day, counts), Readers::owner);
}

void QueryFolder::remove_expired(Day today, std::size_t days) const {
  std::error_code error;
  for (auto const& file : files_in(directory_)) {
    auto const day = day_of(file);
    if (!day || today - *day < std::chrono::days(days)) continue;
    fs::remove(file, error);
    if (error) throw write_error(file, error);
  }
}

QueryFolder::Totals QueryFolder::totals_before(Day day, std::size_t days) const {
  Totals totals;
  for (auto const past : find_query_days(directory_)) {
    if (past >= day || day - past >= std::chrono::days(days)) continue;
    for (auto const& [place, count] : read_query_day(directory_, past)) {
      totals.emplace_back(place.first, count.readers);
    }
  }
  std::ranges::sort(totals);
  return totals;
}

std::size_t QueryFolder::readers_before(Day day, std::size_t days, std::uint64_t hash) {
  if (totals_end_ != day) {
    totals_ = totals_before(day, days);
    totals_end_ = day;
  }
  std::size_t readers = 0;
  for (auto at = std::ranges::lower_bound(totals_, hash, {}, &Totals::value_type::first);
       at != totals_.end() && at->first == hash; ++at) {
    readers += at->second;
  }
  return readers;
}

std::vector<Day> find_query_days(fs::path const& directory) {
  std::vector<Day> days;
  for (auto const& file : files_in(directory)) {
    if (auto const day = day_of(file); day && file == day_file(directory, *day)) days.push_back(*day);
  }
  std::ranges::sort(days);
  return days;
}

DayCounts read_query_day(fs::path const& directory, Day day) {
  auto const file = day_file(directory, day);
  std::error_code unknown;  // reading will tell
  if (!fs::exists(file, unknown) && !unknown) return {};
  return parse_day_counts(read_file(file, kMaxFileBytes));
}

}  // namespace pressmark
