// iconv with its errors turned into replacement characters, and UTF-8 without it.
#include "indexer/decode/text_decoder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>

#include "common/base/error.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// iconv_open's way of saying no.
void* const kNoConverter = reinterpret_cast<void*>(std::intptr_t{-1});  // NOLINT: POSIX casts it so

// How many bytes the character that `lead` begins takes; 1 where it begins none.
std::size_t utf8_length(char lead) {
  auto const byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// True if bytes that follow could still make a character of `tail`.
bool is_unfinished(std::string_view tail) {
  std::string completed(tail);
  auto const missing = utf8_length(tail.front()) - std::min(utf8_length(tail.front()), tail.size());
  for (char const next : {'\x80', '\xBF'}) {  // the range of the second byte depends on the first
    completed.resize(tail.size());
    completed.append(missing, next);
    if (missing > 0 && decode_utf8(completed, 0).bytes == completed.size()) return true;
  }
  return false;
}

}  // namespace

void TextDecoder::CloseConverter::operator()(void* converter) const {
  ::iconv_close(converter);
}

TextDecoder::TextDecoder(Encoding const& encoding) : encoding_(encoding) {
  if (&encoding == &kUtf8) return;
  auto* const converter = ::iconv_open("UTF-8", encoding.iconv_name);
  if (converter == kNoConverter) {
    throw Error(ErrorCode::internal, "this system cannot convert " + std::string(encoding.name));
  }
  converter_.reset(converter);
}

void TextDecoder::decode(std::string_view bytes, std::string& text) {
  std::string joined;
  if (!unfinished_.empty()) {
    joined = unfinished_ + std::string(bytes);
    bytes = joined;
  }
  auto const used = converter_ ? convert(bytes, text) : decode_utf8_bytes(bytes, text);
  unfinished_ = bytes.substr(used);
}

void TextDecoder::finish(std::string& text) {
  if (converter_) {
    // Converters that compose characters hold the last one back.
    std::array<char, 64> buffer;
    auto* to = buffer.data();
    auto to_left = buffer.size();
    ::iconv(converter_.get(), nullptr, nullptr, &to, &to_left);
    text.append(buffer.data(), buffer.size() - to_left);
  }
  if (!unfinished_.empty()) replace(text);
  unfinished_.clear();
}

void TextDecoder::replace(std::string& text) {
  append_utf8(text, kReplacement);
  ++replaced_;
}

// Both return how many of `bytes` they used up.

std::size_t TextDecoder::decode_utf8_bytes(std::string_view bytes, std::string& text) {
  std::size_t valid = 0;  // where what was not yet appended begins
  std::size_t at = 0;
  while (at < bytes.size()) {
    auto const [value, size] = decode_utf8(bytes, at);
    if (value != kReplacement || size > 1) {
      at += size;
      continue;
    }
    text += bytes.substr(valid, at - valid);
    if (bytes.size() - at < 4 && is_unfinished(bytes.substr(at))) return at;
    replace(text);
    valid = ++at;
  }
  text += bytes.substr(valid);
  return bytes.size();
}

std::size_t TextDecoder::convert(std::string_view bytes, std::string& text) {
  std::array<char, 4096> buffer;
  auto* from = const_cast<char*>(bytes.data());  // NOLINT: iconv does not write there
  auto from_left = bytes.size();
  while (from_left > 0) {
    auto* to = buffer.data();
    auto to_left = buffer.size();
    errno = 0;
    auto const result = ::iconv(converter_.get(), &from, &from_left, &to, &to_left);
    int const error = result == static_cast<std::size_t>(-1) ? errno : 0;
    text.append(buffer.data(), buffer.size() - to_left);
    if (error == EINVAL) break;
    if (error != EILSEQ) continue;
    replace(text);
    auto const wrong = std::min(encoding_.unit_bytes, from_left);
    from += wrong;
    from_left -= wrong;
  }
  return bytes.size() - from_left;
}

}  // namespace pressmark
