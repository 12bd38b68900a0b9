// What readers search, counted by day without knowing them: for the server, which notes searches, to
// the files that reports are made of.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/time.h"
#include "common/config/configured_insight.h"
#include "common/query_log/intent_merger.h"
#include "common/query_log/query_folder.h"
#include "common/query_log/reader_set.h"

namespace pressmark {

// Of a reader's searches it counts each intent (IntentMerger) once a day (ReaderSet). Nothing goes
// wrong for whoever notes: what cannot be written waits in memory, kMaxUnwritten at most, and `log` is
// told once. Safe to use from several threads.
class QueryLog {
 public:
  using Time = IntentMerger::Time;
  using Log = std::function<void(std::string const& line)>;

  QueryLog(std::filesystem::path directory, ConfiguredInsight rules, Log log);
  // Writes all that was noted.
  ~QueryLog();
  QueryLog(QueryLog const&) = delete;
  QueryLog& operator=(QueryLog const&) = delete;

  // Takes a fraction of a microsecond, and waits for no file.
  void note(ReaderKey const& reader, SharedSearch const& search, Timestamp now, Time tick);

  // Writes the intents that are over, and removes what is too old. To be called every kWriteInterval:
  // what was noted since the last time is lost if the process is killed.
  void write(Timestamp now, Time tick);

  // Writes what was noted under the old rules first.
  void replace_rules(std::filesystem::path directory, ConfiguredInsight rules);

  // How often writing failed.
  [[nodiscard]] std::uint64_t failures() const { return failures_; }

  static constexpr std::chrono::seconds kWriteInterval{60};
  static constexpr std::size_t kMaxUnwritten = 10'000;

 private:
  struct Intent {
    Day day;
    SharedSearch search;
  };

  void begin_day(Day day);
  void finish(ReaderKey const& reader, SharedSearch const& search);
  [[nodiscard]] std::vector<Intent> take_unwritten();
  void put_back(std::vector<Intent> intents);
  void write_unwritten();
  void write_all();
  void tell(Error const& error);

  std::mutex mutex_;  // of what is noted
  Day today_{};
  ReaderSet readers_;
  std::vector<Intent> unwritten_;  // by day
  IntentMerger merger_;

  std::mutex file_mutex_;  // of what is written; taken first
  QueryFolder folder_;
  ConfiguredInsight rules_;
  Log log_;
  Day cleared_{};  // the day on which old files were last removed
  bool is_failing_ = false;
  std::atomic<std::uint64_t> failures_ = 0;
};

}  // namespace pressmark
