// Reading line by line into one transaction.
#include "operations/import_posts.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "indexer/write/store_lock.h"
#include "operations/store_access.h"

namespace pressmark {

namespace {

class LineReader {
 public:
  LineReader(std::istream& in, std::string name) : in_(in), name_(std::move(name)), buffer_(kBlockBytes) {}

  // False at the end. Throws Error{source_missing} where reading fails.
  bool next() {
    line_.clear();
    is_too_long_ = false;
    bool has_line = false;
    while (!rest_.empty() || fill()) {
      has_line = true;
      auto const end = rest_.find('\n');
      append(rest_.substr(0, end));
      rest_.remove_prefix(std::min(end, rest_.size() - 1) + 1);
      if (end != std::string_view::npos) break;
    }
    if (has_line) ++number_;
    return has_line;
  }

  [[nodiscard]] std::string const& line() const { return line_; }
  [[nodiscard]] bool is_too_long() const { return is_too_long_; }
  [[nodiscard]] std::string where() const { return name_ + ":" + std::to_string(number_); }

 private:
  static constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

  bool fill() {
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (in_.bad()) throw Error(ErrorCode::source_missing, "cannot read " + name_);
    rest_ = {buffer_.data(), static_cast<std::size_t>(in_.gcount())};
    return !rest_.empty();
  }

  void append(std::string_view piece) {
    is_too_long_ = is_too_long_ || line_.size() + piece.size() > kMaxImportLineBytes;
    if (is_too_long_) {
      line_.clear();
    } else {
      line_ += piece;
    }
  }

  std::istream& in_;
  std::string name_;
  std::vector<char> buffer_;
  std::string_view rest_;  // of the buffer
  std::string line_;
  bool is_too_long_ = false;
  std::size_t number_ = 0;
};

// The posts among the lines, one at a time; the other lines are noted.
class ExportedPosts {
 public:
  ExportedPosts(LineReader& lines, ReadExportedLine const& read_line, IndexReport& report)
      : lines_(lines), read_line_(read_line), report_(report) {}

  std::optional<ArchivedPost> next() {
    while (lines_.next()) {
      if (trim(lines_.line()).empty() && !lines_.is_too_long()) continue;
      auto post = read();
      if (post) {
        has_posts_ = true;
        return *std::move(post);
      }
      ++report_.skipped;
      report_.note({std::move(post.error().what), lines_.where()});
    }
    return std::nullopt;
  }

  [[nodiscard]] bool has_posts() const { return has_posts_; }

 private:
  [[nodiscard]] Result<ArchivedPost> read() const {
    if (!lines_.is_too_long()) return read_line_(lines_.line());
    return unexpected(
        Problem{"the line is longer than " + std::to_string(kMaxImportLineBytes >> 20) + " MiB", {}});
  }

  LineReader& lines_;
  ReadExportedLine const& read_line_;
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

IndexReport import_posts(StoreLayout const& layout, std::istream& in, std::string const& name,
                         ReadExportedLine const& read_line, Timestamp now, ReportProgress const& progress) {
  auto const start = std::chrono::steady_clock::now();
  IndexReport report;
  LineReader lines(in, name);
  ExportedPosts posts(lines, read_line, report);

  StoreLock const lock(layout.root);
  Archive archive(layout.archive(), ArchiveAccess::read_write);
  auto const next = [&] {
    auto post = posts.next();
    if (!post && !posts.has_posts() && report.problem_count > 0) fail_as_no_export(name, report);
    return post;
  };
  ChangeCounts const counts = archive.restore(next, now);
  report.added = counts.added;
  report.changed = counts.changed;
  report.unchanged = counts.unchanged;
  report.skipped += counts.forgotten;
  publish(layout, archive, report, progress);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return report;
}

}  // namespace pressmark
