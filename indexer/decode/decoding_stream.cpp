// Detecting an encoding, and judging by the bytes whether it can be true.
#include "indexer/decode/decoding_stream.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/strings/utf8.h"
#include "indexer/decode/encoding_declaration.h"

namespace pressmark {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

// That many characters in a row are not UTF-8 by chance.
constexpr std::size_t kConvincing = 3;

struct Signature {
  std::string_view bytes;
  Encoding const& encoding;
};

// The longer ones first: UTF-32's begins with UTF-16's.
Signature const kByteOrderMarks[] = {
    {"\xFF\xFE\0\0"sv, kUtf32LittleEndian}, {"\0\0\xFE\xFF"sv, kUtf32BigEndian}, {"\xEF\xBB\xBF"sv, kUtf8},
    {"\xFF\xFE"sv, kUtf16LittleEndian},     {"\xFE\xFF"sv, kUtf16BigEndian},
};

// Where the zero bytes are beside a first character of ASCII (XML 1.0 appendix F.1).
Encoding const* encoding_by_zeros(std::string_view head) {
  if (head.size() < 4) return nullptr;
  auto const is_zero = [&](std::size_t at) { return head[at] == '\0'; };
  if (is_zero(0) && is_zero(1) && is_zero(2) && !is_zero(3)) return &kUtf32BigEndian;
  if (!is_zero(0) && is_zero(1) && is_zero(2) && is_zero(3)) return &kUtf32LittleEndian;
  if (is_zero(0) && !is_zero(1) && is_zero(2)) return &kUtf16BigEndian;
  if (!is_zero(0) && is_zero(1) && is_zero(3)) return &kUtf16LittleEndian;
  return nullptr;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Trial {
  std::size_t characters = 0;  // decoded characters beyond ASCII
  std::size_t failures = 0;
};

// What reading `chunk` in `encoding` gives. A character cut off at the chunk's end says nothing.
Trial try_decoding(std::string_view chunk, Encoding const& encoding, bool is_last) {
  TextDecoder decoder(encoding);
  std::string text;
  decoder.decode(chunk, text);
  if (is_last) decoder.finish(text);
  auto const starts = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) == 0xC0; });
  auto const beyond_ascii = static_cast<std::size_t>(starts);
  return {beyond_ascii - decoder.replaced(), decoder.replaced()};
}

// XML 1.0 §2.2 allows no other control characters; they come from word processors. Form feeds and
// vertical tabs part words.
void remove_control_characters(std::string& text, std::size_t from) {
  auto const begin = text.begin() + static_cast<std::ptrdiff_t>(from);
  std::replace_if(begin, text.end(), [](char c) { return c == '\f' || c == '\v'; }, ' ');
  auto const is_forbidden = [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; };
  text.erase(std::remove_if(begin, text.end(), is_forbidden), text.end());
}

std::string printable(std::string_view label) {
  return "\"" + valid_utf8(label.substr(0, 40)) + "\"";
}

}  // namespace

DecodingStream::DecodingStream(ByteStream& raw, std::string name, std::string charset)
    : raw_(raw), name_(std::move(name)), charset_(std::move(charset)) {}

std::size_t DecodingStream::read(std::span<char> buffer) {
  while (given_ == text_.size() && !has_ended_) fill();
  auto const count = text_.copy(buffer.data(), buffer.size(), given_);
  given_ += count;
  return count;
}

void DecodingStream::rewind() {
  raw_.rewind();
  use(kUtf8, Certainty::guessed);
  label_.clear();
  decoder_.reset();
  problems_.clear();
  has_begun_ = has_ended_ = false;
  text_.clear();
  given_ = 0;
}

std::vector<Problem> DecodingStream::problems() const {
  auto problems = raw_.problems();
  problems.insert(problems.end(), problems_.begin(), problems_.end());
  if (auto const replaced = decoder_ ? decoder_->replaced() : 0; replaced > 0) {
    auto const characters = replaced == 1 ? " character is" : " characters are";
    problems.push_back({std::to_string(replaced) + characters + " not valid in " +
                            std::string(encoding_->name) + "; U+FFFD stands for them",
                        name_});
  }
  return problems;
}

// Decodes one chunk more.
void DecodingStream::fill() {
  text_.clear();
  given_ = 0;
  auto chunk = read_chunk();
  bool const is_last = chunk.size() < kChunkBytes;
  bool const is_first = !std::exchange(has_begun_, true);
  if (is_first) detect(chunk);
  if (certainty_ != Certainty::certain && !is_ascii(chunk)) judge(chunk, is_last);
  if (!decoder_) decoder_.emplace(*encoding_);
  decoder_->decode(chunk, text_);
  if (is_last) decoder_->finish(text_);
  has_ended_ = is_last;
  if (is_first) blank_encoding(text_);
  remove_control_characters(text_, 0);
}

// Of the same size whatever pieces the source gives, but for the last.
std::string DecodingStream::read_chunk() {
  std::string chunk(kChunkBytes, '\0');
  std::size_t size = 0;
  while (size < chunk.size()) {
    auto const count = raw_.read(std::span(chunk).subspan(size));
    if (count == 0) break;
    size += count;
  }
  chunk.resize(size);
  return chunk;
}

// Chooses the encoding by mark and labels, and takes the mark off.
void DecodingStream::detect(std::string& head) {
  for (auto const& mark : kByteOrderMarks) {
    if (!head.starts_with(mark.bytes)) continue;
    head.erase(0, mark.bytes.size());
    return use(mark.encoding, Certainty::certain);
  }
  if (use_label(charset_, "it came labelled as ", head)) return;
  if (auto const* const encoding = encoding_by_zeros(head)) return use(*encoding, Certainty::certain);
  use_label(declared_charset(head), "it declares the encoding ", head);
}

// False if `label` cannot be right.
bool DecodingStream::use_label(std::string const& label, std::string const& by, std::string_view head) {
  if (label.empty()) return false;
  auto const* const encoding = find_encoding(label);
  auto const* const seen = encoding_by_zeros(head);
  auto const unit_bytes = seen == nullptr ? 1 : seen->unit_bytes;
  if (encoding == nullptr) {
    problems_.push_back({by + printable(label) + ", which is not known", name_});
  } else if (encoding->unit_bytes != unit_bytes) {
    problems_.push_back({by + printable(label) + ", but its bytes are not of that kind", name_});
  } else {
    label_ = by + printable(label);
    // "UTF-16" leaves the byte order open.
    if (seen != nullptr) {
      use(*seen, Certainty::certain);
    } else {
      use(*encoding, Certainty::declared);
    }
    return true;
  }
  return false;
}

// Corrects the choice by the first chunk that distinguishes encodings.
void DecodingStream::judge(std::string_view chunk, bool is_last) {
  auto const* chosen = encoding_;
  auto const as_utf8 = try_decoding(chunk, kUtf8, is_last);
  if (chosen != &kUtf8 && as_utf8.failures == 0 && as_utf8.characters >= kConvincing) {
    chosen = &kUtf8;
  } else if (chosen != &kWindows1252) {
    auto const trial = chosen == &kUtf8 ? as_utf8 : try_decoding(chunk, *chosen, is_last);
    if (trial.failures > trial.characters) chosen = &kWindows1252;
  }
  if (chosen != encoding_ && certainty_ == Certainty::declared) {
    problems_.push_back({label_ + ", but is " + std::string(chosen->name) + " by its bytes", name_});
  }
  use(*chosen, Certainty::certain);
}

void DecodingStream::use(Encoding const& encoding, Certainty certainty) {
  if (&encoding != encoding_) decoder_.reset();
  encoding_ = &encoding;
  certainty_ = certainty;
}

}  // namespace pressmark
