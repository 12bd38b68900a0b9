// Leads searches from requests to intents to files.
#include "common/query_log/query_log.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace pressmark {
namespace {

Day day_of(Timestamp time) {
  return std::chrono::floor<std::chrono::days>(time);
}

}  // namespace

QueryLog::QueryLog(std::filesystem::path directory, ConfiguredInsight rules, Log log)
    : merger_([this](ReaderKey const& reader, SharedSearch const& search) { finish(reader, search); }),
      folder_(std::move(directory)),
      rules_(rules),
      log_(std::move(log)) {}

QueryLog::~QueryLog() {
  std::lock_guard const lock(file_mutex_);
  write_all();
}

void QueryLog::note(ReaderKey const& reader, SharedSearch const& search, Timestamp now, Time tick) {
  std::lock_guard const lock(mutex_);
  begin_day(day_of(now));
  merger_.note(reader, search, tick);
}

void QueryLog::write(Timestamp now, Time tick) {
  std::lock_guard const file_lock(file_mutex_);
  auto const today = day_of(now);
  {
    std::lock_guard const lock(mutex_);
    begin_day(today);
    merger_.finish_idle(tick);
  }
  write_unwritten();
  if (std::exchange(cleared_, today) == today) return;
  try {
    folder_.remove_expired(today, rules_.days);
  } catch (Error const& error) {
    tell(error);
  }
}

void QueryLog::replace_rules(std::filesystem::path directory, ConfiguredInsight rules) {
  std::lock_guard const lock(file_mutex_);
  write_all();
  folder_ = QueryFolder(std::move(directory));
  rules_ = rules;
  cleared_ = {};
}

// Readers are forgotten with the day. An answer that took past midnight belongs to the new one; a
// clock that goes back farther was wrong before.
void QueryLog::begin_day(Day day) {
  if (day <= today_ && today_ - day <= std::chrono::days{1}) return;
  merger_.finish_all();
  readers_ = ReaderSet();
  today_ = day;
}

void QueryLog::finish(ReaderKey const& reader, SharedSearch const& search) {
  if (unwritten_.size() < kMaxUnwritten && readers_.add(reader, *search)) {
    unwritten_.push_back({today_, search});
  }
}

std::vector<QueryLog::Intent> QueryLog::take_unwritten() {
  std::lock_guard const lock(mutex_);
  return std::exchange(unwritten_, {});
}

void QueryLog::put_back(std::vector<Intent> intents) {
  std::lock_guard const lock(mutex_);
  intents.insert(intents.end(), std::make_move_iterator(unwritten_.begin()),
                 std::make_move_iterator(unwritten_.end()));
  if (intents.size() > kMaxUnwritten) intents.resize(kMaxUnwritten);
  unwritten_ = std::move(intents);
}

void QueryLog::write_unwritten() {
  auto intents = take_unwritten();
  try {
    while (!intents.empty()) {
      auto const day = intents.front().day;
      auto const end = std::ranges::find_if(intents, [&](Intent const& intent) { return intent.day != day; });
      std::vector<SharedSearch> searches;
      std::transform(intents.begin(), end, std::back_inserter(searches),
                     [](Intent const& intent) { return intent.search; });
      folder_.add(day, searches, rules_);
      intents.erase(intents.begin(), end);
      if (std::exchange(is_failing_, false)) log_("the log of queries is written again\n");
    }
  } catch (Error const& error) {
    put_back(std::move(intents));
    tell(error);
  }
}

void QueryLog::write_all() {
  {
    std::lock_guard const lock(mutex_);
    merger_.finish_all();
  }
  write_unwritten();
}

void QueryLog::tell(Error const& error) {
  ++failures_;
  if (std::exchange(is_failing_, true)) return;
  log_(std::string("warning: the log of queries cannot be written: ") + error.what() + '\n');
}

}  // namespace pressmark
