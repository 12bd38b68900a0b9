// Each part of a store by itself, then the two against each other.
#include "operations/check_store.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "common/base/error.h"
#include "common/index/index_reader.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/index/store_layout.h"
#include "common/strings/number_text.h"
#include "common/strings/text_list.h"
#include "indexer/archive/archive.h"
#include "indexer/write/document_builder.h"
#include "operations/rollback_job.h"

namespace pressmark {

namespace {

namespace fs = std::filesystem;

// What the archive and the index each say of the state they are in.
struct StoreState {
  std::string archive_uuid;
  std::int64_t change = 0;
  std::size_t posts = 0;
};

class StoreCheck {
 public:
  explicit StoreCheck(StoreLayout const& layout) : layout_(layout) {}

  CheckReport run() {
    auto const archive = check_archive();
    check_leftovers();
    auto const index = check_index();
    if (archive && index) compare(*archive, *index);
    return std::move(report_);
  }

 private:
  void warn(std::string what, std::string hint) {
    report_.findings.push_back({Severity::warning, std::move(what), std::move(hint)});
  }
  void fail(std::string what, std::string hint) {
    report_.findings.push_back({Severity::error, std::move(what), std::move(hint)});
  }

  // Runs `check`; an Error in it is what was found, unless it is a defect of ours.
  template <typename Check>
  auto finding_errors(Check&& check) -> decltype(check()) {
    try {
      return check();
    } catch (Error const& error) {
      if (error.code() == ErrorCode::internal) throw;
      fail(error.what(), error.hint());
      return {};
    }
  }

  std::optional<StoreState> check_archive() {
    return finding_errors([&]() -> std::optional<StoreState> {
      Archive const archive(layout_.archive(), ArchiveAccess::read_only);
      auto faults = archive.verify();
      for (std::string& fault : faults) {
        fail("the archive: " + std::move(fault),
             "restore archive.db from a copy, or index the sources into a new store");
      }
      if (!faults.empty()) return std::nullopt;
      report_.posts = archive.size();
      check_intake(archive);
      return StoreState{archive.uuid(), archive.last_change(), report_.posts};
    });
  }

  // What keeps posts out, though nothing is damaged.
  void check_intake(Archive const& archive) {
    if (auto const hold = archive.hold()) warn(hold_text(*hold), kResumeHint);
    for (ArchivedSource const& source : archive.sources()) {
      auto const& state = source.state;
      if (state.failures == 0) continue;
      warn(source.name + " could not be read in " + std::to_string(state.failures) +
               (state.failures == 1 ? " run" : " runs in a row") +
               (state.last_success ? ", last on " + format_day(*state.last_success) : ", nor ever before"),
           "pressmark reindex " + source.name + " tells why");
    }
  }

  // What a killed run has left in the store.
  void check_leftovers() {
    std::vector<fs::path> leftovers;
    std::error_code unreadable;
    for (auto const& entry : fs::directory_iterator(layout_.index(), unreadable)) {
      if (entry.path().extension() == ".tmp") leftovers.push_back(entry.path());
    }
    fs::path const pointer = layout_.current().native() + ".tmp";
    if (fs::exists(pointer, unreadable)) leftovers.push_back(pointer);
    std::ranges::sort(leftovers);
    for (fs::path const& path : leftovers) {
      warn(path.string() + " was left by a run that was stopped, or one is at work",
           "the next rebuild removes it");
    }
  }

  std::optional<StoreState> check_index() {
    return finding_errors([&]() -> std::optional<StoreState> {
      auto const generation = current_generation(layout_);
      if (!generation) {
        fail("there is no index", kRebuildHint);
        return std::nullopt;
      }
      report_.generation = *generation;
      if (!is_well_formed(layout_.generation(*generation))) return std::nullopt;
      auto const before = report_.findings.size();
      return IndexReader(layout_).read([&](Xapian::Database const& database, IndexInfo const& info) {
        report_.findings.resize(before);  // read() starts again when a writer overtook it
        report_.generation = info.generation;
        check_format(info);
        check_records(database);
        return state_of(database);
      });
    });
  }

  bool is_well_formed(fs::path const& path) {
    std::error_code unknown;
    if (!fs::is_directory(path, unknown)) {
      fail("CURRENT names " + path.string() + ", which is not there", kRebuildHint);
      return false;
    }
    // Xapian opens what it verifies for writing, though it writes nothing.
    if (::access(path.c_str(), W_OK) != 0) {
      warn("the structure of the index was not verified: that takes the right to write to " + path.string(),
           "run pressmark check as the owner of the store");
      return true;
    }
    std::ostringstream details;
    auto const faults =
        with_index_errors([&] { return Xapian::Database::check(path.string(), 0, &details); });
    if (faults > 0) {
      fail("the index " + path.string() + " has " + std::to_string(faults) +
               (faults == 1 ? " structural fault" : " structural faults"),
           kRebuildHint);
    }
    return faults == 0;
  }

  void check_format(IndexInfo const& info) {
    if (info.format == index_format()) return;
    warn("the index was written in format " + info.format + ", this program writes " + index_format(),
         kRebuildHint);
  }

  // Unpacks everything that a page of results may show.
  void check_records(Xapian::Database const& database) {
    RecordUnpacker unpacker;
    std::size_t damaged = 0;
    std::string first;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      auto const packed = database.get_document(*it).get_data();
      try {
        auto const record = unpacker.fields(packed);
        for (std::size_t i = 0; i < record.sections.size(); ++i) {
          static_cast<void>(unpacker.section_text(packed, i));
        }
      } catch (Error const& error) {
        if (++damaged == 1) first = error.what();
      }
    }
    if (damaged == 0) return;
    fail(counted(damaged, "post") + " of the index cannot be shown: " + first, kRebuildHint);
  }

  static StoreState state_of(Xapian::Database const& database) {
    auto const change = database.get_metadata(std::string(metadata::kChange));
    return {database.get_metadata(std::string(metadata::kArchive)),
            leading_number<std::int64_t>(change).value_or(-1), database.get_doccount()};
  }

  void compare(StoreState const& archive, StoreState const& index) {
    if (index.archive_uuid != archive.archive_uuid) {
      fail("the index belongs to another archive", kRebuildHint);
    } else if (index.change < archive.change) {
      warn("the index is behind the archive: it reflects change " + std::to_string(index.change) + " of " +
               std::to_string(archive.change),
           "the next run publishes what is missing; pressmark reindex --full does so at once");
    } else if (index.change > archive.change) {
      fail("the index is ahead of the archive: it reflects change " + std::to_string(index.change) +
               ", the last is " + std::to_string(archive.change),
           kRebuildHint);
    } else if (index.posts != archive.posts) {
      fail("the index holds " + std::to_string(index.posts) + " posts, the archive " +
               std::to_string(archive.posts),
           kRebuildHint);
    }
  }

  StoreLayout const& layout_;
  CheckReport report_;
};

}  // namespace

CheckReport check_store(StoreLayout const& layout) {
  std::error_code unknown;
  bool const exists = fs::exists(layout.archive(), unknown) || fs::exists(layout.current(), unknown);
  if (!exists) {
    throw Error(ErrorCode::store_missing, "there is no store at " + layout.root.string(),
                "index a source first, or name another store");
  }
  return StoreCheck(layout).run();
}

}  // namespace pressmark
