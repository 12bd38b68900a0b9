// Documents of all encodings as UTF-8.
#include "indexer/decode/decoding_stream.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/strings/utf8.h"
#include "tests/indexer/support/dribbling_stream.h"

using namespace pressmark;
using namespace std::string_view_literals;
namespace fs = std::filesystem;

namespace {

struct Case {
  std::string_view bytes;
  std::string_view charset;
  std::string_view text;
  std::string_view encoding;
  std::size_t problems = 0;
};

constexpr Case kCases[] = {
    // nothing declared
    {"", "", "", "UTF-8"},
    {"<a>plain</a>", "", "<a>plain</a>", "UTF-8"},
    {"<a>caf\u00e9 \u4e2d \U0001F600</a>", "", "<a>caf\u00e9 \u4e2d \U0001F600</a>", "UTF-8"},
    {"<a>caf\xE9</a>", "", "<a>caf\u00e9</a>", "windows-1252"},
    {"<a>\x93quoted\x94 \x80</a>", "", "<a>\u201cquoted\u201d \u20ac</a>", "windows-1252"},
    // byte order marks, which come before all else
    {"\xEF\xBB\xBF<a>\u00e9</a>", "koi8-r", "<a>\u00e9</a>", "UTF-8"},
    {"\xFE\xFF\0<\0\xE9"sv, "", "<\u00e9", "UTF-16BE"},
    {"\xFF\xFE<\0\xE9\0"sv, "", "<\u00e9", "UTF-16LE"},
    {"\0\0\xFE\xFF\0\0\0<\0\0\x4E\x2D"sv, "", "<\u4e2d", "UTF-32BE"},
    {"\xFF\xFE\0\0<\0\0\0\x2D\x4E\0\0"sv, "", "<\u4e2d", "UTF-32LE"},
    // no mark, but zero bytes
    {"\0<\0a\0/\0>"sv, "", "<a/>", "UTF-16BE"},
    {"<\0a\0/\0>\0"sv, "", "<a/>", "UTF-16LE"},
    {"\0\0\0<\0\0\0>"sv, "", "<>", "UTF-32BE"},
    {"<\0\0\0>\0\0\0"sv, "", "<>", "UTF-32LE"},
    {"<\0a\0/\0>\0"sv, "utf-16", "<a/>", "UTF-16LE"},
    // what the document declares
    {"<?xml version='1.0' encoding='koi8-r'?><a>\xC4\xC1</a>", "",
     "<?xml version='1.0'                  ?><a>\u0434\u0430</a>", "KOI8-R"},
    {"\n <?xml version=\"1.0\" encoding = \"EUC-KR\" standalone=\"yes\"?>\xB3\xE2", "",
     "\n <?xml version=\"1.0\"                     standalone=\"yes\"?>\ub144", "EUC-KR"},
    {"<?xml version='1.0'?><a encoding='koi8-r'>\xE9</a>", "",
     "<?xml version='1.0'?><a encoding='koi8-r'>\u00e9</a>", "windows-1252"},
    {"<!DOCTYPE html><meta charset=shift_jis><p>\x82\xA0", "",
     "<!DOCTYPE html><meta charset=shift_jis><p>\u3042", "Shift_JIS"},
    {"<html><META HTTP-EQUIV=Content-Type content='text/html; charset=big5'>\xA4\xA4", "",
     "<html><META HTTP-EQUIV=Content-Type content='text/html; charset=big5'>\u4e2d", "Big5"},
    {"<rss><![CDATA[<meta charset=koi8-r>]]>\xE9", "", "<rss><![CDATA[<meta charset=koi8-r>]]>\u00e9",
     "windows-1252"},
    {"<?xml version='1.0' encoding='iso-2022-jp'?>\x1B$B$\"\x1B(B.", "",
     "<?xml version='1.0'                       ?>\u3042.", "ISO-2022-JP"},
    // what the transport declares, which comes before that
    {"<?xml version='1.0' encoding='koi8-r'?>\x93", "windows-1252",
     "<?xml version='1.0'                  ?>\u201c", "windows-1252"},
    {"<a>\xD6\xD0</a>", "gb2312", "<a>\u4e2d</a>", "GB18030"},
    {"<a>\x93\xE9</a>", "ISO-8859-1", "<a>\u201c\u00e9</a>", "windows-1252"},
    {"<a>\x93\xE9</a>", "us-ascii", "<a>\u201c\u00e9</a>", "windows-1252"},
    // labels that cannot be true
    {"<?xml version='1.0' encoding='utf-16'?><a>\u00e9</a>", "",
     "<?xml version='1.0'                  ?><a>\u00e9</a>", "UTF-8", 1},
    {"<?xml version='1.0' encoding='utf-8'?><a>\xE9\xE8</a>", "",
     "<?xml version='1.0'                 ?><a>\u00e9\u00e8</a>", "windows-1252", 1},
    {"<?xml version='1.0' encoding='x-klingon'?><a>\u00e9</a>", "",
     "<?xml version='1.0'                     ?><a>\u00e9</a>", "UTF-8", 1},
    {"<a>\u00e9\u00e8\u00ea</a>", "iso-8859-1", "<a>\u00e9\u00e8\u00ea</a>", "UTF-8", 1},
    {"<a>d\xE9j\xE0 vu</a>", "euc-kr", "<a>d\u00e9j\u00e0 vu</a>", "windows-1252", 1},
    {"<\0a\0/\0>\0"sv, "us-ascii", "<a/>", "UTF-16LE", 1},
    {"<a>\u00e9</a>", "utf-7", "<a>\u00e9</a>", "UTF-8", 1},
    // bytes that are no characters
    {"<a>\u00e9\u00e8\xE9</a>", "", "<a>\u00e9\u00e8\uFFFD</a>", "UTF-8", 1},
    {"<a>\u00e9\xED\xA0\x80\u00e8\u00ea\u00e0</a>", "", "<a>\u00e9\uFFFD\uFFFD\uFFFD\u00e8\u00ea\u00e0</a>",
     "UTF-8", 1},
    {"\u00e9\u00e8\xE4\xB8", "", "\u00e9\u00e8\uFFFD", "UTF-8", 1},
    {"\xEF\xBB\xBF\xC3", "", "\uFFFD", "UTF-8", 1},
    {"\xFE\xFF\xD8\0\0a"sv, "", "\uFFFDa", "UTF-16BE", 1},
    {"\xFF\xFE<\0a"sv, "", "<\uFFFD", "UTF-16LE", 1},
    {"<a>\x81</a>", "windows-1252", "<a>\uFFFD</a>", "windows-1252", 1},
    // control characters
    {"a\0b\x01\x1F\tc\r\n\x7F d\fe\vf"sv, "", "ab\tc\r\n\x7F d e f", "UTF-8"},
    {"\xFE\xFF\0a\0\x01\0b"sv, "", "ab", "UTF-16BE"},
};

std::string with_padding(std::string_view bytes, std::size_t padding) {
  return std::string(padding, ' ') + std::string(bytes);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decoding_stream)

BOOST_AUTO_TEST_CASE(gives_utf8_whatever_the_encoding_and_in_whatever_pieces) {
  for (auto const& c : kCases) {
    for (std::size_t piece = 1; piece <= 8; ++piece) {
      BOOST_TEST_CONTEXT("pieces of " << piece << " of " << c.text) {
        DribblingStream raw(c.bytes, piece);
        DecodingStream stream(raw, "feed.xml", std::string(c.charset));
        BOOST_TEST(read_all(stream, 9 - piece) == c.text);
        BOOST_TEST(stream.encoding().name == c.encoding);
        BOOST_TEST(stream.problems().size() == c.problems);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(joins_characters_that_lie_across_the_pieces_it_reads) {
  for (std::size_t padding = 65'520; padding <= 65'536; ++padding) {
    auto const bytes = with_padding("caf\u00e9 \u4e2d \U0001F600", padding);
    MemoryStream raw(bytes);
    DecodingStream stream(raw, "feed.xml");
    BOOST_TEST(read_all(stream) == bytes, "padding " << padding);
    BOOST_TEST(stream.problems().empty());
  }
}

BOOST_AUTO_TEST_CASE(judges_by_the_first_bytes_that_are_not_ascii_however_late_they_come) {
  auto const bytes = with_padding("\xE9\xE8", 200'000);
  MemoryStream raw(bytes);
  DecodingStream stream(raw, "feed.xml");
  BOOST_TEST(read_all(stream).ends_with("\u00e9\u00e8"));
  BOOST_TEST(stream.encoding().name == "windows-1252");
}

BOOST_AUTO_TEST_CASE(counts_what_it_replaced_as_one_problem) {
  MemoryStream raw("\u00e9\u00e8\u00ea\u00e0 \xFF \xFE \xC3");
  DecodingStream stream(raw, "feed.xml");
  (void)read_all(stream);
  BOOST_REQUIRE(stream.problems().size() == 1u);
  BOOST_TEST(stream.problems()[0].what.starts_with("3 characters are not valid in UTF-8"));
  BOOST_TEST(stream.problems()[0].where == "feed.xml");
}

BOOST_AUTO_TEST_CASE(begins_anew_when_rewound) {
  MemoryStream raw("<?xml version='1.0' encoding='utf-8'?><a>\xE9\xE8</a>");
  DecodingStream stream(raw, "feed.xml");
  auto const first = read_all(stream);
  stream.rewind();
  BOOST_TEST(stream.problems().empty());
  BOOST_TEST(read_all(stream) == first);
  BOOST_TEST(stream.problems().size() == 1u);
}

BOOST_AUTO_TEST_CASE(gives_valid_utf8_for_any_bytes) {
  std::string bytes;
  std::uint32_t state = 1;
  for (int i = 0; i < 3'000; ++i)
    bytes += static_cast<char>((state = state * 1'664'525 + 1'013'904'223) >> 24);
  for (auto const* const label :
       {"", "utf-8", "utf-16be", "gb18030", "iso-2022-jp", "windows-1255", "big5"}) {
    for (std::size_t from = 0; from < 40; ++from) {
      MemoryStream raw(std::string_view(bytes).substr(from));
      DecodingStream stream(raw, "feed.xml", label);
      BOOST_TEST(is_valid_utf8(read_all(stream)), label << " from " << from);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
