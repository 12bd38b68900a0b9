// Bytes of addresses as escapes, %XX, and back (RFC 3986 §2.1).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace pressmark {

// The bytes that need no escape in some part of an address.
class ByteSet {
 public:
  // The bytes from `first` to `last`, both included.
  [[nodiscard]] static constexpr ByteSet range(char first, char last) {
    ByteSet set;
    for (int byte = static_cast<unsigned char>(first); byte <= static_cast<unsigned char>(last); ++byte) {
      set.has_.at(static_cast<std::size_t>(byte)) = true;
    }
    return set;
  }

  [[nodiscard]] constexpr ByteSet with(std::string_view bytes) const {
    return changed(bytes, Membership::in);
  }
  [[nodiscard]] constexpr ByteSet without(std::string_view bytes) const {
    return changed(bytes, Membership::out);
  }

  [[nodiscard]] constexpr bool has(char c) const { return has_.at(static_cast<unsigned char>(c)); }

 private:
  enum class Membership { in, out };

  [[nodiscard]] constexpr ByteSet changed(std::string_view bytes, Membership membership) const {
    auto set = *this;
    for (char const c : bytes) set.has_.at(static_cast<unsigned char>(c)) = membership == Membership::in;
    return set;
  }

  std::array<bool, 256> has_{};
};

inline constexpr ByteSet kLettersAndDigits =
    ByteSet().with("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

// What never needs an escape (RFC 3986 §2.3).
inline constexpr ByteSet kUnreserved = kLettersAndDigits.with("-._~");

// What a path with several segments may hold (RFC 3986 §3.3), and a fragment (§3.5).
inline constexpr ByteSet kPathBytes = kUnreserved.with("!$&'()*+,;=:@/");
inline constexpr ByteSet kFragmentBytes = kPathBytes.with("?");

// ASCII without controls and the space: all that may be sent and shown as it is. '%' belongs to it, so that
// what is escaped already stays so.
inline constexpr ByteSet kVisibleAscii = ByteSet::range('!', '~');

// Every byte: to leave out those that a reader would take for something else.
inline constexpr ByteSet kAllBytes = ByteSet::range('\0', '\xFF');

// `text` with every byte that is not in `unescaped` as an escape.
[[nodiscard]] std::string percent_encoded(std::string_view text, ByteSet const& unescaped);

// Appends `byte` as an escape, with digits in upper case (RFC 3986 §2.1).
void append_escape(std::string& text, unsigned char byte);

// The bytes of an escape: "%2F".
inline constexpr std::size_t kPercentEscapeBytes = 3;

// The byte that `text` begins with as an escape; nothing if it begins otherwise.
[[nodiscard]] std::optional<unsigned char> escaped_byte(std::string_view text);

// The bytes that `text` encodes, which need not be UTF-8. A '%' that begins no escape is kept as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text);

}  // namespace pressmark
