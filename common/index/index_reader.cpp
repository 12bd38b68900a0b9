// Opening the live generation and noticing that another one took its place.
#include "common/index/index_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <sys/stat.h>

#include "common/index/schema.h"
#include "common/strings/number_text.h"

namespace pressmark {
namespace {

// Xapian writes it last in every commit.
constexpr std::string_view kRevisionFile = "iamglass";

[[noreturn]] void throw_missing(StoreLayout const& layout) {
  throw Error(ErrorCode::store_missing, layout.root.string() + " holds no index",
              "index your posts first: pressmark index FEED");
}

// Throws unless documents of `format` can be searched by this version.
void require_known_schema(std::string const& format) {
  auto const schema = leading_number<int>(format).value_or(0);
  if (schema > kSchemaVersion) {
    throw Error(ErrorCode::store_newer, "the index was written by a later version of Pressmark",
                "use that version");
  }
  if (schema <= 0) throw Error(ErrorCode::store_damaged, "the index does not state its format", kRebuildHint);
  if (schema < kSchemaVersion) {
    throw Error(ErrorCode::store_missing, "the index was written by an earlier version of Pressmark",
                kRebuildHint);
  }
}

std::vector<std::string> split_at_commas(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    auto const comma = std::min(list.find(','), list.size());
    parts.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return parts;
}

}  // namespace

IndexReader::IndexReader(StoreLayout layout) : layout_(std::move(layout)) {
  read([](Xapian::Database const&, IndexInfo const&) {});
}

IndexReader::IndexReader(Xapian::Database database) : database_(std::move(database)) {
  with_index_errors([&] { load_info({}); });
}

IndexReader::PointerStamp IndexReader::stamp_of_current() const {
  struct stat status{};
  if (::stat(layout_->current().c_str(), &status) != 0) throw_missing(*layout_);
  return {status.st_ino, std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
          status.st_size};
}

void IndexReader::refresh() {
  if (!layout_) return;
  if (stamp_of_current() != stamp_) {
    open_live();
    return;
  }
  try {
    if (database_.reopen()) load_info(info_.generation);
  } catch (Xapian::DatabaseOpeningError const&) {
    open_live();  // the generation was removed: CURRENT must name another by now
  }
}

// A new generation needs a new Database: reopen() compares revision numbers only, and every
// freshly compacted database has the same one.
void IndexReader::open_live() {
  for (int attempt = 1;; ++attempt) {
    auto const stamp = stamp_of_current();  // before reading CURRENT, so that a swap in between is noticed
    auto const generation = current_generation(*layout_);
    if (!generation) throw_missing(*layout_);
    try {
      database_ = Xapian::Database(layout_->generation(*generation).string());
      load_info(*generation);
      stamp_ = stamp;
      return;
    } catch (Xapian::DatabaseOpeningError const&) {
      // Swapped and removed since CURRENT was read, or else truly damaged.
      if (attempt == kMaxAttempts) throw;
    }
  }
}

void IndexReader::load_info(std::string const& generation) {
  IndexInfo info;
  info.generation = generation;
  info.format = database_.get_metadata(std::string(metadata::kFormat));
  require_known_schema(info.format);
  info.languages = split_at_commas(database_.get_metadata(std::string(metadata::kLanguages)));
  info.version = generation + "." + std::to_string(database_.get_revision());
  info.written = written(generation);
  info_ = std::move(info);
}

std::optional<Timestamp> IndexReader::written(std::string const& generation) const {
  struct stat status{};
  if (!layout_ || ::stat((layout_->generation(generation) / kRevisionFile).c_str(), &status) != 0) return {};
  return Timestamp(std::chrono::seconds(status.st_mtim.tv_sec));
}

std::string index_library() {
  return std::string("Xapian ") + Xapian::version_string();
}

}  // namespace pressmark
