// Bytes of one encoding to UTF-8, piece by piece; only its source file knows iconv.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/decode/encoding_label.h"

namespace pressmark {

// What one character needs may stand in two pieces. Not thread-safe.
class TextDecoder {
 public:
  // `encoding` must outlive the decoder. Throws Error{internal} if the system cannot convert it.
  explicit TextDecoder(Encoding const& encoding);

  // Appends the text of `bytes`, the next piece, to `text`; what is no character becomes U+FFFD.
  void decode(std::string_view bytes, std::string& text);

  // Says that there are no more bytes: an unfinished character becomes U+FFFD.
  void finish(std::string& text);

  [[nodiscard]] std::size_t replaced() const { return replaced_; }  // how many became U+FFFD

 private:
  struct CloseConverter {
    void operator()(void* converter) const;
  };

  std::size_t decode_utf8_bytes(std::string_view bytes, std::string& text);
  std::size_t convert(std::string_view bytes, std::string& text);
  void replace(std::string& text);

  Encoding const& encoding_;
  std::unique_ptr<void, CloseConverter> converter_;  // an iconv_t; none for UTF-8
  std::string unfinished_;                           // bytes of a character, a few at most
  std::size_t replaced_ = 0;
};

}  // namespace pressmark
