// Posts to exported lines, and back.
#include "present/reports/post_json.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "common/base/ascii.h"
#include "present/json/json.h"

namespace pressmark {

namespace {

// The largest number that every JSON reader holds exactly (RFC 8259 §6); far beyond any archive.
constexpr std::int64_t kMaxChange = (std::int64_t{1} << 53) - 1;

// Reads the members of an object, and remembers the first that is not of its kind. Members that
// are missing or null are empty.
class MemberReader {
 public:
  explicit MemberReader(Json const& object) : object_(object) {}

  std::string text(char const* name) {
    auto const* const value = find(name);
    if (value == nullptr) return {};
    if (value->is_string()) return value->get<std::string>();
    reject(name, "a text");
    return {};
  }

  std::optional<Timestamp> time(char const* name) {
    std::string const written = text(name);
    if (written.empty()) return std::nullopt;
    auto const time = parse_date(written);
    if (time) return *time;
    reject(name, "a time");
    return std::nullopt;
  }

  std::vector<std::string> texts(char const* name) {
    auto const* const value = find(name);
    if (value == nullptr) return {};
    auto const is_text = [](Json const& element) { return element.is_string(); };
    if (value->is_array() && std::ranges::all_of(*value, is_text)) {
      return value->get<std::vector<std::string>>();
    }
    reject(name, "a list of texts");
    return {};
  }

  std::int64_t change(char const* name) {
    auto const* const value = find(name);
    if (value == nullptr) return 0;
    if (value->is_number_unsigned() && value->get<std::uint64_t>() <= std::uint64_t{kMaxChange}) {
      return value->get<std::int64_t>();
    }
    reject(name, "a change number");
    return {};
  }

  void reject(char const* name, char const* kind) {
    if (fault_.empty()) fault_ = "the member \"" + std::string(name) + "\" is not " + kind;
  }

  [[nodiscard]] std::string const& fault() const { return fault_; }

 private:
  [[nodiscard]] Json const* find(char const* name) const {
    auto const member = object_.find(name);
    return member == object_.end() || member->is_null() ? nullptr : &*member;
  }

  Json const& object_;
  std::string fault_;
};

bool is_post_id(std::string_view id) {
  auto const is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); };
  return id.size() == 32 && std::ranges::all_of(id, is_hex);
}

}  // namespace

std::string post_json(std::string const& id, std::int64_t change, Post const& post) {
  return json_text({
      {"id", id},
      {"guid", post.guid},
      {"url", post.url},
      {"title", post.title},
      {"author", post.author},
      {"site", post.site},
      {"language", post.language},
      {"published", json_time(post.published)},
      {"updated", json_time(post.updated)},
      {"categories", post.categories},
      {"image", json_text_or_null(post.image)},
      {"summary", post.summary},
      {"html", post.html},
      {"source", post.source},
      {"change", change},
  });
}

Result<ArchivedPost> parse_post_json(std::string_view line) {
  auto const object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return unexpected(Problem{"the line is not a JSON object", {}});
  MemberReader read(object);
  ArchivedPost archived;
  archived.id = read.text("id");
  archived.change = read.change("change");
  Post& post = archived.post;
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
  if (!is_post_id(archived.id)) read.reject("id", "the id of a post: 32 hexadecimal digits");
  if (post.guid.empty()) read.reject("guid", "there");
  if (!read.fault().empty()) return unexpected(Problem{read.fault(), {}});
  return archived;
}

}  // namespace pressmark
