// The packed record: a table of contents, then every part compressed on its own.
//
//   'R' version | varint number of sections
//   per part (the fields, then each section's text): varint plain size, varint packed size, CRC-32
//   the parts' bytes one after another: DEFLATE, or plain where that is not longer
#include "common/index/record.h"

#include <libdeflate.h>
#include <new>
#include <utility>

#include "common/base/error.h"
#include "common/index/packing.h"
#include "common/index/record_fields.h"
#include "common/index/store_layout.h"

namespace pressmark {
namespace {

constexpr char kMagic = 'R';
constexpr int kCompressionLevel = 6;
constexpr std::size_t kChecksumBytes = 4;
// DEFLATE expands a byte to at most 1032 (RFC 1951: 258 bytes from a two-bit match).
constexpr std::size_t kMaxExpansion = 1032;

[[noreturn]] void throw_damaged() {
  throw Error(ErrorCode::store_damaged, "a post's record in the index is damaged", kRebuildHint);
}

std::uint32_t checksum(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

struct Part {
  std::size_t plain_size = 0;
  std::size_t packed_size = 0;
  std::uint32_t checksum = 0;  // of the plain bytes
};

void append_part(std::string& out, Part const& part) {
  append_varint(out, part.plain_size);
  append_varint(out, part.packed_size);
  for (unsigned shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(part.checksum >> shift));
}

Part read_part(PackedReader& reader) {
  Part part;
  part.plain_size = reader.varint();
  part.packed_size = reader.varint();
  auto const bytes = reader.bytes(kChecksumBytes);
  for (unsigned i = 0; i < bytes.size(); ++i) {
    part.checksum |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return part;
}

struct PartView {
  Part part;
  std::string_view packed;
};

// The parts of `packed`, the fields first. Throws Error{store_damaged} unless they fill it exactly.
std::vector<PartView> read_contents(std::string_view packed) {
  PackedReader reader(packed);
  if (reader.byte() != kMagic) throw_damaged();
  auto const version = reader.byte();
  if (version > kRecordVersion) {
    throw Error(ErrorCode::store_newer, "the index was written by a later version of Pressmark",
                "use that version");
  }
  if (version < 1) throw_damaged();
  std::vector<PartView> parts(reader.count() + 1);
  for (auto& [part, bytes] : parts) part = read_part(reader);
  for (auto& [part, bytes] : parts) {
    bytes = reader.bytes(part.packed_size);
    if (part.plain_size < part.packed_size || part.plain_size / kMaxExpansion > part.packed_size)
      reader.fail();
  }
  if (!reader.complete()) throw_damaged();
  return parts;
}

}  // namespace

struct RecordPacker::State {
  struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor{libdeflate_alloc_compressor(kCompressionLevel)};
  std::string contents;
  std::string bytes;

  void add(std::string_view plain) {
    auto const begin = bytes.size();
    bytes.resize(begin + plain.size());
    // Room for one byte less than the plain text: what does not fit is not worth packing.
    auto const room = plain.empty() ? 0 : plain.size() - 1;
    auto packed_size =
        libdeflate_deflate_compress(compressor.get(), plain.data(), plain.size(), bytes.data() + begin, room);
    if (packed_size == 0) packed_size = plain.copy(bytes.data() + begin, plain.size());
    bytes.resize(begin + packed_size);
    append_part(contents, {plain.size(), packed_size, checksum(plain)});
  }
};

RecordPacker::RecordPacker() : state_(std::make_unique<State>()) {
  if (!state_->compressor) throw std::bad_alloc();
}
RecordPacker::~RecordPacker() = default;
RecordPacker::RecordPacker(RecordPacker&&) noexcept = default;
RecordPacker& RecordPacker::operator=(RecordPacker&&) noexcept = default;

std::string RecordPacker::pack(Record const& record, std::vector<std::string> const& texts) {
  if (texts.size() != record.sections.size()) {
    throw Error(ErrorCode::internal, "a record needs one text for each of its sections");
  }
  state_->contents.assign({kMagic, static_cast<char>(kRecordVersion)});
  state_->bytes.clear();
  append_varint(state_->contents, texts.size());
  state_->add(encode_fields(record));
  for (auto const& text : texts) state_->add(text);
  return state_->contents + state_->bytes;
}

struct RecordUnpacker::State {
  struct Free {
    void operator()(libdeflate_decompressor* decompressor) const {
      libdeflate_free_decompressor(decompressor);
    }
  };
  std::unique_ptr<libdeflate_decompressor, Free> decompressor{libdeflate_alloc_decompressor()};

  [[nodiscard]] std::string plain(PartView const& view) const {
    std::string plain;
    if (view.part.plain_size == view.packed.size()) {
      plain = view.packed;
    } else {
      plain.resize(view.part.plain_size);
      // Without a place for the actual size, any other size than the one announced is an error.
      auto const outcome = libdeflate_deflate_decompress(
          decompressor.get(), view.packed.data(), view.packed.size(), plain.data(), plain.size(), nullptr);
      if (outcome != LIBDEFLATE_SUCCESS) throw_damaged();
    }
    if (checksum(plain) != view.part.checksum) throw_damaged();
    return plain;
  }
};

RecordUnpacker::RecordUnpacker() : state_(std::make_unique<State>()) {
  if (!state_->decompressor) throw std::bad_alloc();
}
RecordUnpacker::~RecordUnpacker() = default;
RecordUnpacker::RecordUnpacker(RecordUnpacker&&) noexcept = default;
RecordUnpacker& RecordUnpacker::operator=(RecordUnpacker&&) noexcept = default;

Record RecordUnpacker::fields(std::string_view packed) {
  auto const parts = read_contents(packed);
  auto record = decode_fields(state_->plain(parts.front()));
  if (!record || record->sections.size() + 1 != parts.size()) throw_damaged();
  return std::move(*record);
}

std::string RecordUnpacker::section_text(std::string_view packed, std::size_t section) {
  auto const parts = read_contents(packed);
  return section < parts.size() - 1 ? state_->plain(parts[section + 1]) : std::string();
}

std::string packing_library() {
  return "libdeflate " LIBDEFLATE_VERSION_STRING;
}

}  // namespace pressmark
