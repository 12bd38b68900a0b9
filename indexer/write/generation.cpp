// From an archive to a compacted, verified, durable database that CURRENT names.
//
// Everything is made in index/NNNN.tmp: shards are filled, "compacted" merged from them and moved
// to index/NNNN, which no reader knows until CURRENT names it. A process killed before that
// leaves what the next run removes.
#include "indexer/write/generation.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>
#include <xapian.h>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/strings/number_text.h"
#include "indexer/write/index_state.h"
#include "indexer/write/shards.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kBuildSuffix = ".tmp";

std::uint64_t number_of(std::string_view generation) {
  return leading_number<std::uint64_t>(generation).value_or(0);
}

// One above the highest number in use.
std::string next_generation(StoreLayout const& layout, std::optional<std::string> const& live) {
  auto highest = live ? number_of(*live) : 0;
  for (auto const& entry : fs::directory_iterator(layout.index())) {
    highest = std::max(highest, number_of(entry.path().filename().string()));
  }
  auto name = std::to_string(highest + 1);
  return name.insert(0, 4 - std::min<std::size_t>(name.size(), 4), '0');
}

bool is_build_name(std::string_view name) {
  return name.ends_with(kBuildSuffix) &&
         is_generation_name(name.substr(0, name.size() - kBuildSuffix.size()));
}

// Removes the entries of index/ whose name `is_unwanted`. What cannot be removed now is left to the next run.
template <typename Predicate>
void remove_entries(StoreLayout const& layout, Predicate is_unwanted) {
  std::error_code ignored;
  for (auto const& entry : fs::directory_iterator(layout.index(), ignored)) {
    if (is_unwanted(entry.path().filename().string())) fs::remove_all(entry.path(), ignored);
  }
}

// A directory that disappears with what is left in it.
class BuildDirectory {
 public:
  explicit BuildDirectory(fs::path path) : path_(std::move(path)) { fs::create_directory(path_); }
  ~BuildDirectory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  BuildDirectory(BuildDirectory const&) = delete;
  BuildDirectory& operator=(BuildDirectory const&) = delete;

  [[nodiscard]] fs::path const& shards() const { return path_; }
  [[nodiscard]] fs::path compacted() const { return path_ / "compacted"; }

 private:
  fs::path path_;
};

Xapian::Database open_together(std::vector<fs::path> const& paths) {
  Xapian::Database whole;
  for (auto const& path : paths) whole.add_database(Xapian::Database(path.string()));
  return whole;
}

// Asks before each table.
class StoppableCompactor : public Xapian::Compactor {
 public:
  explicit StoppableCompactor(ShouldStop const& should_stop) : should_stop_(should_stop) {}

 private:
  void set_status(std::string const& /*table*/, std::string const& /*status*/) override {
    stop_if_asked(should_stop_);
  }

  ShouldStop const& should_stop_;
};

// Of databases that are merged, the metadata of the first counts.
void write_metadata_into_first(std::vector<fs::path> const& paths, Archive const& archive) {
  auto const whole = open_together(paths);
  require_every_post(whole, archive);
  Xapian::WritableDatabase first(paths.front().string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  write_boilerplate(first, whole);
  write_metadata(first, whole, archive);
  first.commit();
}

void verify(fs::path const& path, Archive const& archive, IndexGate const& gate) {
  if (auto const faults = Xapian::Database::check(path.string()); faults > 0) {
    throw Error(ErrorCode::gate_failed,
                "the index as written has " + std::to_string(faults) + " structural faults",
                "check the disk; the index in use stays as it was");
  }
  Xapian::Database const database(path.string());
  require_every_post(database, archive);
  if (gate) gate(database);
}

}  // namespace

void remove_unfinished_builds(StoreLayout const& layout) {
  remove_entries(layout, is_build_name);
}

IndexUpdate publish_new_generation(StoreLayout const& layout, Archive const& archive,
                                   UpdateOptions const& options) {
  fs::create_directories(layout.index());
  auto const live = live_generation(layout);  // even if nothing can be read there any more
  auto const generation = next_generation(layout, live);

  BuildDirectory const build(layout.index() / (generation + std::string(kBuildSuffix)));
  RowWatch watch(options, archive.size());
  auto written = write_shards(layout, archive, build.shards(), options, watch);
  watch.publishing();
  write_metadata_into_first(written.paths, archive);
  stop_if_asked(options.should_stop);
  StoppableCompactor compactor(options.should_stop);
  open_together(written.paths).compact(build.compacted().string(), Xapian::Compactor::FULL, 0, compactor);
  stop_if_asked(options.should_stop);
  verify(build.compacted(), archive, options.gate);
  stop_if_asked(options.should_stop);
  sync_tree(build.compacted());
  fs::rename(build.compacted(), layout.generation(generation));
  sync_directory(layout.index());
  sync_directory(layout.root);
  write_file_atomically(layout.current(), generation + "\n");

  // The one before the live one stays: readers may still be on it.
  remove_entries(layout, [&](std::string const& name) {
    return is_generation_name(name) && name != generation && name != live;
  });
  return {.rebuilt = true,
          .published = true,
          .documents = written.put,
          .put = written.put,
          .removed = 0,
          .problems = std::move(written.problems)};
}

}  // namespace pressmark
