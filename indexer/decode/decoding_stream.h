// Any document as valid UTF-8.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_stream.h"
#include "common/base/result.h"
#include "indexer/decode/encoding_label.h"
#include "indexer/decode/text_decoder.h"

namespace pressmark {

// Finds out how `raw` is encoded and converts it, in memory that does not grow with it.
//
// In the order of RFC 7303 §3: a byte order mark, the charset of the transport, the document's own
// declaration (or zero bytes where UTF-16 and UTF-32 have them), else UTF-8. A label that is
// unknown or does not fit is passed over with a problem. Where far too many bytes are invalid in the
// encoding found, the text is read as UTF-8 if it is valid in that, else as windows-1252.
//
// Bytes that are no character become U+FFFD. The byte order mark, control characters that XML 1.0 §2.2
// forbids, and the encoding that an XML declaration names are left out.
class DecodingStream final : public ByteStream {
 public:
  // `name` is for problems; `charset` is what the transport declared, empty if it did not. `raw` must
  // outlive the stream.
  DecodingStream(ByteStream& raw, std::string name, std::string charset = {});

  std::size_t read(std::span<char> buffer) override;
  void rewind() override;

  // The encoding that the bytes so far were read in.
  [[nodiscard]] Encoding const& encoding() const { return *encoding_; }

  // Those of `raw` among them.
  [[nodiscard]] std::vector<Problem> problems() const override;

 private:
  // How far the encoding is known while only ASCII came, which most encodings share.
  enum class Certainty { guessed, declared, certain };

  void fill();
  std::string read_chunk();
  void detect(std::string& head);
  bool use_label(std::string const& label, std::string const& by, std::string_view head);
  void judge(std::string_view chunk, bool is_last);
  void use(Encoding const& encoding, Certainty certainty);

  ByteStream& raw_;
  std::string name_;
  std::string charset_;

  Encoding const* encoding_ = &kUtf8;
  Certainty certainty_ = Certainty::guessed;
  std::string label_;  // by which it was declared
  std::optional<TextDecoder> decoder_;
  std::vector<Problem> problems_;
  bool has_begun_ = false;
  bool has_ended_ = false;
  std::string text_;       // decoded
  std::size_t given_ = 0;  // bytes of text_
};

}  // namespace pressmark
