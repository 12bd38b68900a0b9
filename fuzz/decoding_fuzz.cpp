// Decoding: whatever the bytes and the label, the text is valid UTF-8 without forbidden characters, and the
// same in whatever pieces it is read. The first byte chooses the label.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/strings/utf8.h"
#include "fuzz/fuzz_target.h"
#include "indexer/decode/decoding_stream.h"

using namespace pressmark;

namespace {

constexpr std::array kLabels = {"",          "utf-8",  "utf-16", "utf-16be",    "utf-32",       "iso-8859-1",
                                "shift_jis", "euc-kr", "gbk",    "iso-2022-jp", "windows-1255", "unknown"};

std::string read_all(ByteStream& stream, std::size_t piece) {
  std::string text;
  std::string buffer(piece, '\0');
  while (auto const count = stream.read(buffer)) text.append(buffer, 0, count);
  return text;
}

bool is_forbidden(char c) {
  return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  auto const bytes = std::string_view(reinterpret_cast<char const*>(data), size).substr(1);
  MemoryStream raw(bytes);
  DecodingStream stream(raw, "fuzz", kLabels[data[0] % kLabels.size()]);
  auto const text = read_all(stream, 4096);
  require(is_valid_utf8(text), "decoded text is valid UTF-8");
  require(std::none_of(text.begin(), text.end(), is_forbidden), "decoded text has no forbidden characters");
  auto const problems = stream.problems().size();
  stream.rewind();
  require(read_all(stream, 3) == text, "the text is the same when read again");
  require(stream.problems().size() == problems, "the problems are the same when read again");
  return 0;
}
