// Exported lines back to posts. What a member may be is strict here: the lines are our own.
#include "indexer/feed/json/json_lines.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/date/parse_date.h"
#include "common/strings/ascii.h"
#include "common/strings/hex.h"
#include "common/strings/number_text.h"
#include "indexer/decode/line_reader.h"
#include "indexer/item/admission.h"
#include "indexer/json/json_items.h"

namespace pressmark {
namespace {

// The largest number that every JSON reader holds exactly (RFC 8259 §6); far beyond any archive.
constexpr std::int64_t kMaxChange = (std::int64_t{1} << 53) - 1;

// Reads the members of an object, and remembers the first that is not of its kind.
class MemberReader {
 public:
  explicit MemberReader(JsonValue const& object) : object_(object) {}

  std::string text(std::string_view name) {
    auto const* const value = object_.find(name);
    if (value == nullptr) return {};
    if (value->kind == JsonValue::Kind::text) return value->text;
    reject(name, "a text");
    return {};
  }

  std::optional<Timestamp> time(std::string_view name) {
    auto const written = text(name);
    if (written.empty()) return std::nullopt;
    auto const time = parse_date(written);
    if (time) return *time;
    reject(name, "a time");
    return std::nullopt;
  }

  std::vector<std::string> texts(std::string_view name) {
    auto const* const value = object_.find(name);
    if (value == nullptr) return {};
    std::vector<std::string> texts;
    for (auto const& element : value->elements) {
      if (element.kind == JsonValue::Kind::text) texts.push_back(element.text);
    }
    if (value->kind == JsonValue::Kind::array && texts.size() == value->elements.size()) return texts;
    reject(name, "a list of texts");
    return {};
  }

  std::int64_t change(std::string_view name) {
    auto const* const value = object_.find(name);
    if (value == nullptr) return 0;
    auto const number =
        value->kind == JsonValue::Kind::number ? parse_number<std::int64_t>(value->text) : std::nullopt;
    if (number && *number >= 0 && *number <= kMaxChange) return *number;
    reject(name, "a change number");
    return 0;
  }

  void reject(std::string_view name, std::string_view kind) {
    if (fault_.empty()) fault_ = "the member \"" + std::string(name) + "\" is not " + std::string(kind);
  }

  [[nodiscard]] std::string const& fault() const { return fault_; }

 private:
  JsonValue const& object_;
  std::string fault_;
};

bool is_post_id(std::string_view id) {
  return id.size() == 32 && std::ranges::all_of(id, is_lower_hex_digit);
}

class JsonLines {
 public:
  JsonLines(ParseOptions const& options, TakePost const& take)
      : options_(options), admission_(options, take, report_), site_(site_of(options, {})) {}

  FeedReport read(ByteStream& text) {
    read_lines(text);
    if (!has_posts_) throw Error(ErrorCode::bad_source, options_.source + " holds no exported posts");
    text.rewind();
    admission_.begin_second_pass();
    read_lines(text);
    admission_.finish();
    return std::move(report_);
  }

 private:
  void read_lines(ByteStream& text) {
    LineReader lines(text, kMaxExportedLineBytes);
    while (lines.next()) {
      if (lines.is_too_long()) {
        admission_.refuse("the line is longer than " + std::to_string(kMaxExportedLineBytes >> 20) + " MiB",
                          {.line = lines.number()});
      } else if (!trim(lines.line()).empty()) {
        read_line(lines.line(), lines.number());
      }
    }
  }

  void read_line(std::string const& line, std::size_t number) {
    auto exported = parse_exported_post(line);
    if (!exported) return admission_.refuse(exported.error().what, {.line = number});
    has_posts_ = true;
    auto& post = exported->post;
    if (post.site.empty()) post.site = site_;
    admission_.admit({.post = std::move(post)}, {.line = number});
  }

  ParseOptions const& options_;
  FeedReport report_;
  Admission admission_;
  std::string site_;
  bool has_posts_ = false;
};

}  // namespace

Result<ExportedPost> parse_exported_post(std::string_view line) {
  InputLimits limits;
  limits.item_bytes = kMaxExportedLineBytes;
  auto const object = parse_json(line, limits);
  if (!object || object->kind != JsonValue::Kind::object) {
    return unexpected(Problem{"the line is not a JSON object", {}});
  }
  MemberReader read(*object);
  ExportedPost exported;
  exported.id = read.text("id");
  exported.change = read.change("change");
  Post& post = exported.post;
  post.site = read.text("site");
  post.guid = read.text("guid");
  post.url = read.text("url");
  post.title = read.text("title");
  post.author = read.text("author");
  post.language = read.text("language");
  post.published = read.time("published");
  post.updated = read.time("updated");
  post.categories = read.texts("categories");
  post.image = read.text("image");
  post.source = read.text("source");
  post.summary = read.text("summary");
  post.html = read.text("html");
  if (!is_post_id(exported.id)) read.reject("id", "the id of a post: 32 hexadecimal digits");
  if (post.guid.empty()) read.reject("guid", "there");
  if (!read.fault().empty()) return unexpected(Problem{read.fault(), {}});
  return exported;
}

FeedReport parse_json_lines(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  return JsonLines(options, take).read(text);
}

}  // namespace pressmark
