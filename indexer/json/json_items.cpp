// nlohmann's event parser, with a stack of what is entered and of what is built.
#include "indexer/json/json_items.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <istream>
#include <nlohmann/json.hpp>
#include <streambuf>
#include <utility>
#include <vector>

#include "common/strings/number_text.h"

namespace pressmark {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kEscapeBytes = 6;  // \uXXXX

// The code unit of the escape that `text` begins with; 0 if that is another escape or none.
unsigned code_unit(std::string_view text) {
  if (text.size() < kEscapeBytes || !text.starts_with("\\u")) return 0;
  return parse_number<unsigned>(text.substr(2, kEscapeBytes - 2), 16).value_or(0);
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Turns every \uXXXX in `json` that is half of a surrogate pair without the other into \uFFFD: so
// programs write texts that they cut within an emoji, and JSON readers refuse it (RFC 8259 §8.2).
// Returns how many bytes are done; the rest, a few at most, is the beginning of an escape and is to
// be given again before what follows. At the end nothing follows.
std::size_t mend_surrogates(std::span<char> json, bool is_last) {
  std::string_view const text(json.data(), json.size());
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    auto const rest = text.substr(at);
    if (rest.size() < 2 * kEscapeBytes && !is_last) return at;
    auto const unit = code_unit(rest);
    if (is_high(unit) && is_low(code_unit(rest.substr(kEscapeBytes)))) {
      at += 2 * kEscapeBytes;
    } else if (is_high(unit) || is_low(unit)) {
      std::copy_n("FFFD", 4, json.data() + at + 2);
      at += kEscapeBytes;
    } else {
      at += std::min<std::size_t>(2, rest.size());
    }
  }
  return text.size();
}

// The bytes of a ByteStream as the parser wants them, with a count of lines.
class JsonBuffer final : public std::streambuf {
 public:
  JsonBuffer(ByteStream& bytes, std::size_t max_value_bytes)
      : bytes_(bytes), max_value_bytes_(max_value_bytes), chunk_(kChunkBytes) {}

  // Says that a value begins or ends: what follows may have its full size again.
  void note_progress() { value_bytes_ = 0; }
  [[nodiscard]] bool has_too_long_value() const { return value_bytes_ > max_value_bytes_; }
  [[nodiscard]] bool has_ended() const { return has_ended_ && gptr() == egptr(); }

  // Of the byte that the parser read last.
  [[nodiscard]] std::size_t line() {
    count_lines(gptr());
    return line_;
  }
  [[nodiscard]] std::size_t column() {
    count_lines(gptr());
    return column_;
  }

 protected:
  int_type underflow() override {
    count_lines(egptr());
    auto const given = static_cast<std::size_t>(egptr() - eback());
    value_bytes_ += given;
    filled_ -= given;
    std::memmove(chunk_.data(), chunk_.data() + given, filled_);
    auto const ready = has_too_long_value() ? 0 : fill();
    setg(chunk_.data(), chunk_.data(), chunk_.data() + ready);
    counted_ = eback();
    return ready == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

 private:
  static constexpr std::size_t kChunkBytes = std::size_t{64} << 10;

  // How many bytes at the front of the chunk are ready.
  std::size_t fill() {
    std::size_t ready = 0;
    while (ready == 0 && !has_ended_) {
      auto const count = bytes_.read(std::span(chunk_).subspan(filled_));
      has_ended_ = count == 0;
      filled_ += count;
      ready = mend_surrogates(std::span(chunk_).first(filled_), has_ended_);
    }
    return ready;
  }

  void count_lines(char const* end) {
    for (; counted_ != end; ++counted_) {
      column_ = *counted_ == '\n' ? 0 : column_ + 1;
      line_ += *counted_ == '\n' ? 1 : 0;
    }
  }

  ByteStream& bytes_;
  std::size_t max_value_bytes_;
  std::size_t value_bytes_ = 0;  // since the last progress, in whole chunks
  std::vector<char> chunk_;
  std::size_t filled_ = 0;
  bool has_ended_ = false;
  char const* counted_ = nullptr;  // in the chunk
  std::size_t line_ = 1;           // there
  std::size_t column_ = 0;
};

// Follows the parser's events, with the names that nlohmann::json_sax gives them.
class JsonEvents {
 public:
  JsonEvents(InputLimits const& limits, JsonVisitor& visitor, JsonBuffer* buffer)
      : limits_(limits), visitor_(visitor), buffer_(buffer) {}

  bool null() { return scalar({}); }
  bool boolean(bool value) { return scalar({.kind = JsonValue::Kind::boolean, .truth = value}); }
  bool number_integer(Json::number_integer_t value) { return number(std::to_string(value)); }
  bool number_unsigned(Json::number_unsigned_t value) { return number(std::to_string(value)); }
  bool number_float(Json::number_float_t /*value*/, std::string const& written) { return number(written); }
  bool string(std::string& value) {
    return scalar({.kind = JsonValue::Kind::text, .text = std::move(value)});
  }
  bool binary(Json::binary_t& /*value*/) { return false; }  // JSON has none
  bool start_object(std::size_t /*size*/) { return start(JsonValue::Kind::object); }
  bool start_array(std::size_t /*size*/) { return start(JsonValue::Kind::array); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }

  bool key(std::string& name) {
    note_progress();
    name_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t /*position*/, std::string const& /*token*/, Json::exception const& /*error*/) {
    if (buffer_ != nullptr && buffer_->has_too_long_value()) {
      fault_ = "a single text is longer than the limit of " + std::to_string(limits_.item_bytes) + " bytes";
    } else if (buffer_ != nullptr && buffer_->has_ended()) {
      fault_ = "the JSON ends before it is complete";
    } else {
      fault_ = "the JSON is broken here";
    }
    return false;
  }

  [[nodiscard]] std::string const& fault() const { return fault_; }

 private:
  struct Entered {
    bool is_array;
    std::size_t path_size;
  };

  void note_progress() {
    if (buffer_ != nullptr) buffer_->note_progress();
  }

  [[nodiscard]] std::size_t line() const { return buffer_ == nullptr ? 0 : buffer_->line(); }

  bool number(std::string written) {
    return scalar({.kind = JsonValue::Kind::number, .text = std::move(written)});
  }

  bool scalar(JsonValue value) {
    note_progress();
    if (skipped_ > 0) return true;
    if (!open_.empty()) {
      attach(std::move(value));
      return true;
    }
    auto const outer = path_.size();
    if (begin_value() == JsonStep::take) visitor_.take(path_, std::move(value), line());
    path_.resize(outer);
    return true;
  }

  bool start(JsonValue::Kind kind) {
    note_progress();
    if (++depth_ > limits_.json_depth) {
      fault_ = "the JSON nests deeper than the limit of " + std::to_string(limits_.json_depth);
      return false;
    }
    if (skipped_ > 0) {
      ++skipped_;
    } else if (!open_.empty()) {
      attach({.kind = kind});
    } else {
      outer_path_size_ = path_.size();
      switch (begin_value()) {
        case JsonStep::enter:
          entered_.push_back({kind == JsonValue::Kind::array, outer_path_size_});
          break;
        case JsonStep::take:
          value_ = {.kind = kind};
          value_bytes_ = 0;
          first_line_ = line();
          open_ = {&value_};
          break;
        case JsonStep::skip:
          skipped_ = 1;
          break;
      }
    }
    return true;
  }

  bool end() {
    note_progress();
    --depth_;
    if (skipped_ > 0) {
      if (--skipped_ > 0) return true;
      if (std::exchange(is_too_large_, false)) visitor_.too_large(path_, first_line_);
      path_.resize(outer_path_size_);
    } else if (!open_.empty()) {
      open_.pop_back();
      if (!open_.empty()) return true;
      visitor_.take(path_, std::move(value_), first_line_);
      value_ = {};
      path_.resize(outer_path_size_);
    } else {
      path_.resize(entered_.back().path_size);
      entered_.pop_back();
    }
    return true;
  }

  // Extends the path by the value that begins.
  JsonStep begin_value() {
    if (!entered_.empty()) {
      if (!path_.empty()) path_ += '/';
      path_ += entered_.back().is_array ? "*" : name_;
    }
    return visitor_.step(path_);
  }

  // Puts `value` into the innermost open one, and opens it if it holds others.
  void attach(JsonValue value) {
    value_bytes_ += sizeof(JsonValue) + value.text.size() + name_.size();
    if (value_bytes_ > limits_.item_bytes) return give_up(value.kind);
    bool const is_container = value.kind == JsonValue::Kind::array || value.kind == JsonValue::Kind::object;
    auto& parent = *open_.back();
    auto* added = &value;
    if (parent.kind == JsonValue::Kind::array) {
      added = &parent.elements.emplace_back(std::move(value));
    } else {
      parent.members.push_back({std::move(name_), std::move(value)});
      added = &parent.members.back().value;
    }
    if (is_container) open_.push_back(added);
  }

  // Forgets the value that is being built, and passes over the rest of it.
  void give_up(JsonValue::Kind kind) {
    bool const is_container = kind == JsonValue::Kind::array || kind == JsonValue::Kind::object;
    skipped_ = open_.size() + (is_container ? 1 : 0);
    is_too_large_ = true;
    open_.clear();
    value_ = {};
  }

  InputLimits const& limits_;
  JsonVisitor& visitor_;
  JsonBuffer* buffer_;  // null for text in memory
  std::string fault_;

  std::size_t depth_ = 0;
  std::string path_;
  std::string name_;  // of the member that follows
  std::vector<Entered> entered_;

  std::size_t outer_path_size_ = 0;  // before the value that is built or skipped
  JsonValue value_;                  // the value being built
  std::size_t value_bytes_ = 0;
  std::size_t first_line_ = 0;
  std::vector<JsonValue*> open_;  // the way from there to the innermost that is not closed
  std::size_t skipped_ = 0;       // levels of a skipped value that are open
  bool is_too_large_ = false;
};

// Keeps the document whole.
class WholeValue final : public JsonVisitor {
 public:
  JsonStep step(std::string_view /*path*/) override { return JsonStep::take; }
  void take(std::string_view /*path*/, JsonValue&& value, std::size_t /*line*/) override {
    value_ = std::move(value);
  }
  void too_large(std::string_view /*path*/, std::size_t /*line*/) override {}

  std::optional<JsonValue> value() { return std::move(value_); }

 private:
  std::optional<JsonValue> value_;
};

}  // namespace

std::string JsonFault::where(std::string const& source) const {
  return source + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::optional<JsonFault> read_json(ByteStream& text, InputLimits const& limits, JsonVisitor& visitor) {
  JsonBuffer buffer(text, limits.item_bytes);
  std::istream stream(&buffer);
  JsonEvents events(limits, visitor, &buffer);
  if (Json::sax_parse(stream, &events)) return std::nullopt;
  return JsonFault{events.fault(), buffer.line(), buffer.column()};
}

tl::expected<JsonValue, JsonFault> read_json_value(std::string_view text, InputLimits const& limits) {
  MemoryStream bytes(text);
  WholeValue whole;
  if (auto fault = read_json(bytes, limits, whole)) return tl::unexpected(std::move(*fault));
  return whole.value().value_or(JsonValue{});
}

std::optional<JsonValue> parse_json(std::string_view text, InputLimits const& limits) {
  WholeValue whole;
  JsonEvents events(limits, whole, nullptr);
  return Json::sax_parse(text, &events) ? whole.value() : std::nullopt;
}

}  // namespace pressmark
