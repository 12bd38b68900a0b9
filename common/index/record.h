// The record: what a document carries for display, so that a page of results needs neither the
// archive nor the HTML.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/time.h"
#include "common/text/block_kind.h"

namespace pressmark {

// Changes when the packed form changes. Readers refuse a newer one.
inline constexpr int kRecordVersion = 1;

// A piece of a section's text. Blocks follow one another, separated by one '\n' each.
struct RecordBlock {
  BlockKind kind = BlockKind::text;
  std::uint32_t bytes = 0;           // length in the section's text
  std::uint32_t first_position = 0;  // in the document
  friend bool operator==(RecordBlock const&, RecordBlock const&) = default;
};

// A token's start inside a long block: analysis may begin there (analyzer.h).
struct PositionSample {
  std::uint32_t position = 0;  // in the document
  std::uint32_t byte = 0;      // in the section's text
  friend bool operator==(PositionSample const&, PositionSample const&) = default;
};

struct RecordSection {
  std::string anchor;      // id to link to; empty if there is none
  std::string heading;     // plain text; empty for a lead
  std::uint8_t level = 0;  // 1 to 6; 0 without heading
  std::uint32_t first_position = 0;
  std::uint32_t heading_positions = 0;
  std::vector<RecordBlock> blocks;
  std::vector<PositionSample> samples;  // every kSamplePositions inside blocks longer than that
  friend bool operator==(RecordSection const&, RecordSection const&) = default;
};

inline constexpr std::uint32_t kSamplePositions = 64;

struct Record {
  std::string id;
  std::string url;
  std::string title;
  std::string author;
  std::string site;
  std::string language;
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::vector<std::string> categories;
  std::string image;
  std::string summary;  // plain text
  std::uint32_t summary_position = 0;
  std::vector<RecordSection> sections;
  friend bool operator==(Record const&, Record const&) = default;
};

// Packs `record` and the text of each of its sections (`texts`, in the same order). Fields and
// every section text are compressed on their own, so that Xapian finds nothing left to compress
// and a reader unpacks only what it shows.
// Not thread-safe: keep one packer per thread.
class RecordPacker {
 public:
  RecordPacker();
  ~RecordPacker();
  RecordPacker(RecordPacker&&) noexcept;
  RecordPacker& operator=(RecordPacker&&) noexcept;
  [[nodiscard]] std::string pack(Record const& record, std::vector<std::string> const& texts);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Reads packed records. Throws Error{store_damaged} for what is not a record and
// Error{store_newer} for one of a later version. Not thread-safe: keep one per thread.
class RecordUnpacker {
 public:
  RecordUnpacker();
  ~RecordUnpacker();
  RecordUnpacker(RecordUnpacker&&) noexcept;
  RecordUnpacker& operator=(RecordUnpacker&&) noexcept;
  // Everything but the texts of the sections.
  [[nodiscard]] Record fields(std::string_view packed);
  // The text of one section; empty for an index out of range.
  [[nodiscard]] std::string section_text(std::string_view packed, std::size_t section);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The library that compresses, with its version: "libdeflate 1.14".
[[nodiscard]] std::string packing_library();

}  // namespace pressmark
