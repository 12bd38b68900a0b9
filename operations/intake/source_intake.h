// Posts of sources into the archive, each source wholly or not at all.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/base/limits.h"
#include "common/base/noted_problems.h"
#include "common/base/progress.h"
#include "common/base/source.h"
#include "common/base/stop.h"
#include "indexer/archive/archive.h"
#include "indexer/item/feed.h"
#include "indexer/parse/parse.h"
#include "operations/intake/source_gates.h"
#include "operations/intake/source_report.h"
#include "operations/intake/web_sources.h"

namespace pressmark {

struct IntakeOptions {
  InputLimits limits;
  Timestamp now;
  ReportProgress progress;
  ShouldStop should_stop;
  SourceGates gates;
  bool is_dry_run = false;  // finds out what would change, and undoes it
};

// What reading sources did, `problems` over all of them.
struct IntakeReport : NotedProblems {
  std::vector<SourceReport> sources;
  // What to remember of the sources, of those that could not be read, too: for Archive::finish_job().
  std::vector<NamedSourceState> states;
};

// Not thread-safe. What is wrong with a source ends up in the report, and keeps no other out; Errors of
// the store, and Error{interrupted}, end the whole.
class SourceIntake {
 public:
  // `open_archive` is called when there is something to write, so that sources of which none can be used
  // leave no store behind.
  SourceIntake(std::function<Archive&()> open_archive, IntakeOptions const& options);

  // Reads a file, `-` for standard input, each file that a list names, or a directory of pages and
  // Markdown. Returns the feeds on the web that a list names.
  std::vector<Source> read_local(Source const& source);

  // Reads what was fetched of a source into `spool`.
  void read_web(WebSource&& source, DocumentSpool const& spool);

  [[nodiscard]] IntakeReport& report() noexcept { return report_; }

 private:
  using Parse = std::function<FeedReport(TakePost const& take)>;

  // Which posts a source removes, beside adding those it brings.
  struct Removals {
    bool is_complete = false;       // what it does not bring any more
    std::vector<std::string> gone;  // addresses
  };

  std::vector<Source> read_list(std::vector<ListedFeed> const& feeds, Source const& list);
  void read_file(Source const& source);
  void read_directory(Source const& source, std::string const& name);
  void read_bytes(ByteStream& bytes, Source const& source, ParseOptions const& options, SourceReport& report);
  void read_documents(WebSource& source, DocumentSpool const& spool, SourceReport& report);
  FeedReport parse_documents(WebSource& source, DocumentSpool const& spool, TakePost const& take);
  FeedReport take_into_archive(Removals removals, SourceReport& report, Parse const& parse);
  void note_local(SourceReport&& report);
  [[nodiscard]] ParseOptions parse_options(Source const& source, std::string const& name) const;

  std::function<Archive&()> open_archive_;
  IntakeOptions options_;
  IntakeReport report_;
};

}  // namespace pressmark
