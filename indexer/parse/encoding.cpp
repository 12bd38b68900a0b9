// Recognising and repairing the encoding of a document.
#include "indexer/parse/encoding.h"

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/base/utf8.h"

namespace pressmark {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// "ISO-8859-1" from <?xml version="1.0" encoding="ISO-8859-1"?>; empty if none is declared.
std::string declared_encoding(std::string_view text) {
  constexpr std::string_view kName = "encoding";
  text = trim(text);
  if (!text.starts_with("<?xml")) return {};
  auto const declaration = text.substr(0, text.find("?>"));
  auto const found = declaration.find(kName);
  if (found == std::string_view::npos) return {};
  auto const value = declaration.substr(found + kName.size());
  auto const quote = value.find_first_of("\"'");
  if (quote == std::string_view::npos) return {};
  return valid_utf8(value.substr(quote + 1, value.find(value[quote], quote + 1) - quote - 1));
}

// XML 1.0 §2.2 allows no other control characters; they come from word processors.
bool is_forbidden(char c) {
  return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r';
}

// Of either byte order, by its mark or by the zero byte beside the first '<'.
bool is_utf16(std::string_view bytes) {
  using namespace std::string_view_literals;
  auto const begin = bytes.substr(0, 2);
  return begin == "\xFE\xFF"sv || begin == "\xFF\xFE"sv || begin == "\0<"sv || begin == "<\0"sv;
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string const& name) {
  if (is_utf16(bytes)) {
    throw Error(ErrorCode::bad_source, name + " is encoded in UTF-16",
                "convert it: iconv -f UTF-16 -t UTF-8");
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  DecodedText decoded{valid_utf8(bytes), std::nullopt};
  if (decoded.text != bytes) {
    auto const encoding = declared_encoding(bytes);
    auto const promise = encoding.empty() ? std::string() : "; it declares the encoding " + encoding;
    decoded.problem = Problem{"some bytes are not UTF-8 and were replaced" + promise, name};
  }
  std::erase_if(decoded.text, is_forbidden);
  return decoded;
}

}  // namespace pressmark
