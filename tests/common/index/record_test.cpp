// Records through packing, whole and damaged.
#include "common/index/record.h"

#include <boost/test/unit_test.hpp>
#include <optional>
#include <random>

#include "common/base/error.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

struct Sample {
  Record record;
  std::vector<std::string> texts;
};

Sample sample() {
  Sample sample;
  auto& record = sample.record;
  record.id = "0123456789abcdef0123456789abcdef";
  record.url = "https://example.org/2026/04/heads-and-compaction";
  record.title = "Heads, blocks & compaction — a façade";
  record.author = "A. Writer";
  record.site = "example.org";
  record.language = "en";
  record.published = Timestamp(std::chrono::seconds(1'775'194'110));
  record.updated = Timestamp(std::chrono::seconds(-86'400));
  record.categories = {"Databases", "", "C++"};
  record.image = "https://example.org/i.webp";
  record.summary = "What a head is, and when it is cut.";
  record.summary_position = 210;
  record.sections = {
      {"", "", 0, 294, 0, {{BlockKind::text, 11, 294}}, {}},
      {"compaction",
       "Compaction",
       2,
       400,
       1,
       {{BlockKind::text, 2'000, 409}, {BlockKind::code, 7, 900}},
       {{473, 390}, {537, 800}}},
      {"empty", "Nothing below", 3, 1'000, 2, {}, {}},
  };
  std::string long_text;
  while (long_text.size() < 2'000) long_text += "A head is kept in memory until its block is cut. ";
  long_text.resize(2'000);
  sample.texts = {"Lead words.", long_text + "\npop(0);", ""};
  return sample;
}

// The code of the Error that `operation` ends in; nothing if it returns.
template <typename Operation>
std::optional<ErrorCode> error_of(Operation operation) {
  try {
    (void)operation();
  } catch (Error const& error) {
    return error.code();
  }
  return std::nullopt;
}

// Whatever a damaged `packed` still gives is what was packed; the rest is refused.
void check_never_wrong(std::string const& packed, Sample const& want) {
  RecordUnpacker unpacker;
  auto const refused = [](std::optional<ErrorCode> code) {
    return code == ErrorCode::store_damaged || code == ErrorCode::store_newer;
  };
  Record record;
  auto error = error_of([&] { return record = unpacker.fields(packed); });
  BOOST_REQUIRE((error ? refused(error) : record == want.record));
  for (std::size_t i = 0; i < want.texts.size(); ++i) {
    std::string text;
    error = error_of([&] { return text = unpacker.section_text(packed, i); });
    BOOST_REQUIRE((error ? refused(error) : text == want.texts[i]));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(record)

BOOST_AUTO_TEST_CASE(a_record_survives_packing) {
  auto const [record, texts] = sample();
  auto const packed = RecordPacker().pack(record, texts);
  RecordUnpacker unpacker;
  BOOST_TEST(unpacker.fields(packed) == record);
  for (std::size_t i = 0; i < texts.size(); ++i) BOOST_TEST(unpacker.section_text(packed, i) == texts[i]);
  BOOST_TEST(unpacker.section_text(packed, texts.size()) == "");
}

BOOST_AUTO_TEST_CASE(an_empty_record_survives_packing) {
  auto const packed = RecordPacker().pack({}, {});
  BOOST_TEST(RecordUnpacker().fields(packed) == (Record{}));
  BOOST_TEST(RecordUnpacker().section_text(packed, 0) == "");
}

BOOST_AUTO_TEST_CASE(packing_is_the_same_every_time) {
  auto const [record, texts] = sample();
  RecordPacker packer;
  auto const first = packer.pack(record, texts);
  BOOST_TEST(packer.pack(record, texts) == first);
}

BOOST_AUTO_TEST_CASE(prose_shrinks) {
  auto const [record, texts] = sample();
  BOOST_TEST(RecordPacker().pack(record, texts).size() < 700U);
}

BOOST_AUTO_TEST_CASE(text_that_cannot_shrink_is_kept_as_it_is) {
  std::string noise(1'000, '\0');
  std::mt19937 random(7);
  for (auto& c : noise) c = static_cast<char>(random());
  Record record;
  record.sections.resize(1);
  auto const packed = RecordPacker().pack(record, {noise});
  BOOST_TEST(packed.size() < noise.size() + 60);
  BOOST_TEST((RecordUnpacker().section_text(packed, 0) == noise));
}

BOOST_AUTO_TEST_CASE(a_record_needs_a_text_for_every_section) {
  auto const [record, texts] = sample();
  BOOST_CHECK_THROW((void)RecordPacker().pack(record, {}), Error);
}

BOOST_AUTO_TEST_CASE(a_later_version_is_called_newer) {
  auto packed = RecordPacker().pack({}, {});
  packed[1] = static_cast<char>(kRecordVersion + 1);
  BOOST_TEST(error_of([&] { return RecordUnpacker().fields(packed); }) == ErrorCode::store_newer);
}

BOOST_AUTO_TEST_CASE(a_cut_record_is_refused) {
  auto const [record, texts] = sample();
  auto const packed = RecordPacker().pack(record, texts);
  RecordUnpacker unpacker;
  for (std::size_t size = 0; size < packed.size(); ++size) {
    auto const cut = std::string(packed, 0, size);
    BOOST_TEST(error_of([&] { return unpacker.fields(cut); }) == ErrorCode::store_damaged, size);
    BOOST_TEST(error_of([&] { return unpacker.section_text(cut, 1); }) == ErrorCode::store_damaged, size);
  }
}

BOOST_AUTO_TEST_CASE(no_flipped_bit_gives_other_values) {
  auto const want = sample();
  auto packed = RecordPacker().pack(want.record, want.texts);
  for (std::size_t bit = 0; bit < packed.size() * 8; ++bit) {
    auto const mask = static_cast<char>(1 << (bit % 8));
    packed[bit / 8] = static_cast<char>(packed[bit / 8] ^ mask);
    check_never_wrong(packed, want);
    packed[bit / 8] = static_cast<char>(packed[bit / 8] ^ mask);
  }
}

BOOST_AUTO_TEST_CASE(random_damage_gives_no_other_values) {
  auto const want = sample();
  auto const packed = RecordPacker().pack(want.record, want.texts);
  std::mt19937 random(20'260'403);
  for (int round = 0; round < 5'000; ++round) {
    auto damaged = packed;
    for (auto blows = 1 + random() % 8; blows > 0; --blows) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    if (random() % 2 == 0) damaged.resize(random() % damaged.size());
    check_never_wrong(damaged, want);
  }
}

BOOST_AUTO_TEST_CASE(random_bytes_are_refused) {
  std::mt19937 random(1);
  RecordUnpacker unpacker;
  for (int round = 0; round < 5'000; ++round) {
    std::string bytes{'R', static_cast<char>(kRecordVersion)};
    for (auto size = random() % 60; size > 0; --size) bytes.push_back(static_cast<char>(random() % 20));
    BOOST_TEST(error_of([&] { return unpacker.fields(bytes); }) == ErrorCode::store_damaged, round);
  }
}

// A few bytes must not make the reader ask for gigabytes.
BOOST_AUTO_TEST_CASE(a_promise_of_more_than_compression_can_hold_is_refused) {
  std::string bytes{'R', static_cast<char>(kRecordVersion), 0};
  bytes += "\xFF\xFF\xFF\xFF\xFF\x0F";  // plain size: 2^39
  bytes += '\x01';                      // packed size
  bytes += "crc4x";
  BOOST_TEST(error_of([&] { return RecordUnpacker().fields(bytes); }) == ErrorCode::store_damaged);
}

BOOST_AUTO_TEST_SUITE_END()
