// The order in which a record's fields are written and read.
#include "common/index/record_fields.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

#include "common/index/packing.h"
#include "common/index/schema.h"

namespace pressmark {
namespace {

constexpr auto kLastBlockKind = static_cast<std::uint8_t>(BlockKind::image);

// The strings in their stored order: the one list that both directions walk.
template <typename AnyRecord>
auto strings_of(AnyRecord& record) {
  return std::array{&record.id,   &record.url,      &record.title, &record.author,
                    &record.site, &record.language, &record.image, &record.summary};
}

void append_time(std::string& out, std::optional<Timestamp> const& time) {
  append_varint(out, time ? 1 : 0);
  if (time) append_signed(out, time->time_since_epoch().count());
}

std::optional<Timestamp> read_time(PackedReader& reader) {
  if (reader.varint() == 0) return std::nullopt;
  return Timestamp(std::chrono::seconds(reader.signed_varint()));
}

// Positions and bytes are written as distances from the ones before.
class Distance {
 public:
  void append(std::string& out, std::uint32_t value) {
    append_signed(out, std::int64_t{value} - previous_);
    previous_ = value;
  }
  std::uint32_t read(PackedReader& reader) {
    auto const distance = reader.signed_varint();
    if (distance < -previous_ || distance > kMax - previous_) {
      reader.fail();
      return 0;
    }
    previous_ += distance;
    return static_cast<std::uint32_t>(previous_);
  }

 private:
  static constexpr std::int64_t kMax = std::numeric_limits<std::uint32_t>::max();
  std::int64_t previous_ = 0;
};

void append_section(std::string& out, RecordSection const& section, Distance& positions) {
  append_string(out, section.anchor);
  append_string(out, section.heading);
  out.push_back(static_cast<char>(section.level));
  positions.append(out, section.first_position);
  append_varint(out, section.heading_positions);
  append_varint(out, section.blocks.size());
  for (auto const& block : section.blocks) {
    out.push_back(static_cast<char>(block.kind));
    append_varint(out, block.bytes);
    positions.append(out, block.first_position);
  }
  append_varint(out, section.samples.size());
  Distance sample_positions;
  Distance bytes;
  for (auto const& sample : section.samples) {
    sample_positions.append(out, sample.position);
    bytes.append(out, sample.byte);
  }
}

RecordBlock read_block(PackedReader& reader, Distance& positions) {
  auto const kind = reader.byte();
  if (kind > kLastBlockKind) reader.fail();
  auto const bytes = reader.varint32();
  auto const first_position = positions.read(reader);
  return {static_cast<BlockKind>(std::min(kind, kLastBlockKind)), bytes, first_position};
}

RecordSection read_section(PackedReader& reader, Distance& positions) {
  RecordSection section;
  section.anchor = reader.string();
  section.heading = reader.string();
  section.level = reader.byte();
  section.first_position = positions.read(reader);
  section.heading_positions = reader.varint32();
  section.blocks.resize(reader.count());
  for (auto& block : section.blocks) block = read_block(reader, positions);
  section.samples.resize(reader.count());
  Distance sample_positions;
  Distance bytes;
  for (auto& sample : section.samples) {
    sample.position = sample_positions.read(reader);
    sample.byte = bytes.read(reader);
  }
  return section;
}

}  // namespace

std::string encode_fields(Record const& record) {
  std::string out;
  for (auto const* string : strings_of(record)) append_string(out, *string);
  append_time(out, record.published);
  append_time(out, record.updated);
  append_string(out, pack_strings(record.categories));
  append_varint(out, record.summary_position);
  append_varint(out, record.sections.size());
  Distance positions;
  for (auto const& section : record.sections) append_section(out, section, positions);
  return out;
}

std::optional<Record> decode_fields(std::string_view encoded) {
  PackedReader reader(encoded);
  Record record;
  for (auto* string : strings_of(record)) *string = reader.string();
  record.published = read_time(reader);
  record.updated = read_time(reader);
  record.categories = unpack_strings(reader.string());
  record.summary_position = reader.varint32();
  auto const sections = reader.count();
  Distance positions;
  for (std::size_t i = 0; i < sections && !reader.failed(); ++i) {
    record.sections.push_back(read_section(reader, positions));
  }
  if (!reader.complete()) return std::nullopt;
  return record;
}

}  // namespace pressmark
