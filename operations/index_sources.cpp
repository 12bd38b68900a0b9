// The way of posts from their sources to the index.
#include "operations/index_sources.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <system_error>
#include <utility>

#include "common/base/byte_stream.h"
#include "common/base/error.h"
#include "common/base/url.h"
#include "indexer/archive/archive.h"
#include "indexer/parse/opml.h"
#include "indexer/parse/parse.h"
#include "indexer/parse/site.h"
#include "indexer/source/directory.h"
#include "indexer/source/source.h"
#include "indexer/write/store_lock.h"
#include "operations/store_access.h"

namespace pressmark {

namespace {

// A store that is locked and opened when there is something to write: sources of which none can be
// used leave no store behind.
class OpenStore {
 public:
  explicit OpenStore(StoreLayout const& layout) : layout_(layout) {}

  Archive& archive() {
    if (!lock_) lock_.emplace(layout_.root);
    if (!archive_) archive_.emplace(layout_.archive(), ArchiveAccess::read_write);
    return *archive_;
  }

 private:
  StoreLayout const& layout_;
  std::optional<StoreLock> lock_;
  std::optional<Archive> archive_;
};

bool is_of_source(Error const& error) {
  return error.code() == ErrorCode::source_missing || error.code() == ErrorCode::bad_source;
}

// "site" for "./site/", so that a directory is one source however it is written.
std::string directory_name(std::string const& name) {
  auto const path = std::filesystem::path(name).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).string();
}

// Reads sources into the archive, each wholly or not at all.
class SourceIndexer {
 public:
  SourceIndexer(OpenStore& store, InputLimits const& limits, Timestamp now, UpdateOptions const& options)
      : store_(store), limits_(limits), now_(now), options_(options) {}

  // A file, each file that it lists, or a directory of pages and Markdown.
  void index(std::string const& name) {
    std::error_code unknown;
    if (std::filesystem::is_directory(name, unknown)) return index_site(directory_name(name));
    attempt([&] {
      auto const bytes = open_source(name, limits_);
      auto const options = options_for(source_name(name));
      if (is_feed_list(*bytes, options)) {
        index_listed(parse_opml(*bytes, options), name);
      } else {
        read(*bytes, options);
      }
    });
  }

  [[nodiscard]] bool has_read_any() const noexcept { return read_ > 0; }
  [[nodiscard]] IndexReport& report() noexcept { return report_; }

 private:
  // A source stands in the way of no other: its Error ends up in the report.
  template <typename Work>
  void attempt(Work&& work) {
    try {
      work();
    } catch (Error const& error) {
      if (!is_of_source(error)) throw;
      if (report_.failure) report_.note({error.what(), {}});
      if (!report_.failure) report_.failure = error;
    }
  }

  void index_site(std::string const& directory) {
    attempt([&] {
      auto options = options_for(directory);
      options.layout.root = directory;
      auto const files = list_directory(directory, limits_);
      auto const open = [&](std::string const& path) { return open_source(path, limits_); };
      archive(options, [&](TakePost const& take) { return parse_site(files, open, options, take); });
    });
  }

  // The list's paths are relative to it. A list in a list is no feed.
  void index_listed(std::vector<ListedFeed> const& feeds, std::string const& list) {
    std::size_t files = 0;
    for (ListedFeed const& feed : feeds) {
      if (is_web_url(feed.url)) {
        report_.note({feed.url + " is an address on the web, which cannot be read yet", list});
        continue;
      }
      ++files;
      attempt([&] {
        auto const path = (std::filesystem::path(list).parent_path() / feed.url).string();
        read(*open_source(path, limits_), options_for(path));
      });
    }
    if (files > 0) return;
    throw Error(ErrorCode::bad_source, list + " lists no feed that can be read",
                "download the feeds that it lists and give the files' names");
  }

  [[nodiscard]] ParseOptions options_for(std::string const& source) const {
    ParseOptions options;
    options.source = source;
    options.limits = limits_;
    options.now = now_;
    return options;
  }

  void read(ByteStream& bytes, ParseOptions const& options) {
    archive(options, [&](TakePost const& take) { return parse_source(bytes, options, take); });
  }

  // Takes what `parse` gives into the archive, in one transaction.
  void archive(ParseOptions const& options, std::function<FeedReport(TakePost const&)> const& parse) {
    std::optional<ArchiveBatch> batch;
    auto const begun = [&]() -> ArchiveBatch& {
      if (!batch) batch.emplace(store_.archive().begin(options.source, now_));
      return *batch;
    };
    std::size_t posts = 0;
    FeedReport const feed = parse([&](Post&& post) {
      stop_if_asked(options_);
      begun().add(post);
      if (options_.progress) options_.progress({"reading", ++posts, 0});
    });
    ChangeCounts const counts = begun().commit();
    ++read_;
    report_.added += counts.added;
    report_.changed += counts.changed;
    report_.unchanged += counts.unchanged;
    report_.removed += counts.removed;
    report_.skipped += feed.skipped + counts.forgotten;
    for (Problem const& problem : feed.problems) report_.note(problem);
  }

  OpenStore& store_;
  InputLimits const& limits_;
  Timestamp now_;
  UpdateOptions const& options_;
  IndexReport report_;
  std::size_t read_ = 0;
};

}  // namespace

IndexReport index_sources(StoreLayout const& layout, std::vector<std::string> const& sources,
                          InputLimits const& limits, Timestamp now, UpdateOptions const& options) {
  auto const start = std::chrono::steady_clock::now();
  OpenStore store(layout);
  SourceIndexer indexer(store, limits, now, options);
  for (std::string const& source : sources) indexer.index(source);
  IndexReport& report = indexer.report();
  if (report.failure && !indexer.has_read_any()) throw Error(*report.failure);

  publish(layout, store.archive(), report, options);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return std::move(report);
}

}  // namespace pressmark
