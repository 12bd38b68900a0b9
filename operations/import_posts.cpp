// Reads all lines within one transaction, so that an import is whole or not at all.
#include "operations/import_posts.h"

#include <chrono>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "common/strings/ascii.h"
#include "indexer/archive/archive.h"
#include "indexer/decode/line_reader.h"
#include "indexer/feed/json/json_lines.h"
#include "operations/change/store_change.h"

namespace pressmark {

namespace {

// The posts among the lines, one at a time; the other lines are noted.
class ExportedPosts {
 public:
  ExportedPosts(ByteStream& bytes, std::string const& name, ShouldStop const& should_stop,
                IndexReport& report)
      : lines_(bytes, kMaxExportedLineBytes), name_(name), should_stop_(should_stop), report_(report) {}

  std::optional<ArchivedPost> next() {
    while (lines_.next()) {
      stop_if_asked(should_stop_);
      if (trim(lines_.line()).empty() && !lines_.is_too_long()) continue;
      auto post = read();
      if (post) {
        has_posts_ = true;
        return ArchivedPost{std::move(post->id), post->change, std::move(post->post)};
      }
      ++report_.skipped;
      report_.note({std::move(post.error().what), name_ + ":" + std::to_string(lines_.number())});
    }
    return std::nullopt;
  }

  [[nodiscard]] bool has_posts() const { return has_posts_; }

 private:
  [[nodiscard]] Result<ExportedPost> read() const {
    if (!lines_.is_too_long()) return parse_exported_post(lines_.line());
    return unexpected(
        Problem{"the line is longer than " + std::to_string(kMaxExportedLineBytes >> 20) + " MiB", {}});
  }

  LineReader lines_;
  std::string const& name_;
  ShouldStop const& should_stop_;
  IndexReport& report_;
  bool has_posts_ = false;
};

// Thrown from inside the transaction, so that nothing of it happens.
[[noreturn]] void fail_as_no_export(std::string const& name, IndexReport const& report) {
  throw Error(ErrorCode::bad_source,
              name + " holds no exported posts: " + report.problems.front().what + " (line " +
                  report.problems.front().where.substr(name.size() + 1) + ")",
              "pressmark import reads what pressmark export wrote; pressmark index reads feeds and pages");
}

}  // namespace

IndexReport import_posts(StoreLayout const& layout, ByteStream& lines, std::string const& name, Timestamp now,
                         ReportProgress const& progress, ShouldStop const& should_stop) {
  auto const start = std::chrono::steady_clock::now();
  IndexReport report;
  ExportedPosts posts(lines, name, should_stop, report);

  StoreChange change(layout, "import", now);
  auto const next = [&] {
    auto post = posts.next();
    if (!post && !posts.has_posts() && report.problem_count > 0) fail_as_no_export(name, report);
    return post;
  };
  ChangeCounts const counts = change.run([&] {
    ChangeCounts const done = change.archive().restore(next, now);
    change.publish(report, {.progress = progress, .should_stop = should_stop});
    return done;
  });
  report.added = counts.added;
  report.changed = counts.changed;
  report.unchanged = counts.unchanged;
  report.skipped += counts.forgotten;
  change.finish({.generation = report.generation});
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressmark
