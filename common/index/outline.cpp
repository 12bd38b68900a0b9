// Outlines as a few dozen bytes: every position as its distance from the one before.
#include "common/index/outline.h"

#include <limits>
#include <utility>

#include "common/index/packing.h"

namespace pressmark {
namespace {

// Flags of a section.
constexpr unsigned kHasAnchor = 1;
constexpr unsigned kGeneral = 2;

class OutlinePacker {
 public:
  void range(PositionRange range) {
    append_signed(packed_, std::int64_t{range.begin} - previous_);
    append_varint(packed_, range.end - range.begin);
    previous_ = range.begin;
  }

  void section(SectionOutline const& section) {
    range(section.all);
    range(section.heading);
    append_varint(packed_, section.inner_headings.size());
    for (auto const& heading : section.inner_headings) range(heading);
    append_varint(packed_, section.words);
    append_varint(packed_, (section.has_anchor ? kHasAnchor : 0U) | (section.general ? kGeneral : 0U));
  }

  void count(std::size_t count) { append_varint(packed_, count); }
  [[nodiscard]] std::string take() { return std::move(packed_); }

 private:
  std::string packed_;
  std::int64_t previous_ = 0;
};

class OutlineUnpacker {
 public:
  explicit OutlineUnpacker(std::string_view packed) : reader_(packed) {}

  PositionRange range() {
    auto const distance = reader_.signed_varint();
    auto const length = reader_.varint32();
    if (distance < -previous_ || distance > kMax - previous_ - length) {
      reader_.fail();
      return {};
    }
    previous_ += distance;
    auto const begin = static_cast<std::uint32_t>(previous_);
    return {begin, begin + length};
  }

  SectionOutline section() {
    SectionOutline section;
    section.all = range();
    section.heading = range();
    section.inner_headings.resize(reader_.count());
    for (auto& heading : section.inner_headings) heading = range();
    section.words = reader_.varint32();
    auto const flags = reader_.varint();
    section.has_anchor = (flags & kHasAnchor) != 0;
    section.general = (flags & kGeneral) != 0;
    return section;
  }

  PackedReader& reader() { return reader_; }

 private:
  static constexpr std::int64_t kMax = std::numeric_limits<std::uint32_t>::max();
  PackedReader reader_;
  std::int64_t previous_ = 0;
};

}  // namespace

std::string pack_outline(Outline const& outline) {
  OutlinePacker packer;
  for (auto const& region : {outline.title, outline.tags, outline.slug, outline.summary})
    packer.range(region);
  packer.count(outline.sections.size());
  for (auto const& section : outline.sections) packer.section(section);
  return packer.take();
}

Outline unpack_outline(std::string_view packed) {
  OutlineUnpacker unpacker(packed);
  Outline outline;
  for (auto* region : {&outline.title, &outline.tags, &outline.slug, &outline.summary})
    *region = unpacker.range();
  auto const sections = unpacker.reader().count();
  for (std::size_t i = 0; i < sections && !unpacker.reader().failed(); ++i) {
    outline.sections.push_back(unpacker.section());
  }
  return unpacker.reader().complete() ? outline : Outline{};
}

}  // namespace pressmark
