// Encodings as the suite of feedparser has them.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "indexer/decode/decoding_stream.h"
#include "tests/indexer/support/dribbling_stream.h"
#include "tests/indexer/support/wild_manifest.h"

using namespace pressmark;

namespace {

// The charset parameter, where the header is well-formed.
std::string charset_of(std::string const& content_type) {
  auto const name = content_type.find("charset");
  auto const equals = content_type.find('=', std::min(name, content_type.size()));
  if (equals == std::string::npos) return {};
  auto charset = content_type.substr(equals + 1);
  std::erase_if(charset, [](char c) { return c == ' ' || c == '"' || c == '\''; });
  return charset;
}

bool is_ascii(std::string const& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Where another reading is meant: a text of character references, and a text that is read as
// windows-1252 for one wrong byte among right ones, which here stays UTF-8.
bool is_other(std::string const& name) {
  return name.ends_with("demoronize-3.xml") || name.ends_with("bozo_linenoise.xml");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wild_encodings)

BOOST_AUTO_TEST_CASE(are_recognised_and_converted) {
  for (auto const& feed : feeds_of(WildFeeds(), "feedparser", "encoding")) {
    if (is_other(feed.name)) continue;
    BOOST_TEST_CONTEXT(feed.name) {
      DribblingStream raw(feed.bytes, 1'000);
      DecodingStream stream(raw, feed.name, charset_of(feed.content_type));
      auto const text = read_all(stream);
      auto const encoding = feed.expect.text_of("encoding");
      // That text/xml is ASCII if it does not say otherwise was RFC 3023, which RFC 7303 replaced.
      bool const is_same_in_ascii = encoding == "us-ascii" && is_ascii(text);
      if (!encoding.empty() && !is_same_in_ascii) {
        BOOST_TEST(stream.encoding().name == find_encoding(encoding)->name);
      }
      BOOST_TEST(text.find(feed.expect.text_of("summary")) != std::string::npos);
      BOOST_TEST(text.find("<") != std::string::npos);
      BOOST_TEST(text.find("\uFFFD") == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
