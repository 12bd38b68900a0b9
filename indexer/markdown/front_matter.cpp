// Finding front matter, and the names under which its fields stand.
#include "indexer/markdown/front_matter.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace pressmark {
namespace {

using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kMaxListed = 1'000;  // authors or tags of one post

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The line at the start of `text`, without its end.
std::string_view line_at(std::string_view text) {
  auto line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Fence {
  std::string_view opening;
  std::string_view closing;
  Result<FrontValue> (*parse)(std::string_view);
};

constexpr Fence kFences[] = {
    {"---", "---", parse_yaml_front_matter},     {"--- yaml", "---", parse_yaml_front_matter},
    {"---yaml", "---", parse_yaml_front_matter}, {"---toml", "---", parse_toml_front_matter},
    {"---json", "---", parse_json_front_matter}, {"+++", "+++", parse_toml_front_matter}};

// Where the JSON object that `text` begins with ends; npos if it does not.
std::size_t object_end(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

// `problem` with the line in the whole text: the front matter's own begins behind `lines_before`.
Problem located(Problem problem, std::size_t lines_before) {
  int line = 0;
  for (char const c : problem.where) line = is_digit(c) && line < 10'000'000 ? line * 10 + (c - '0') : line;
  if (line > 0) problem.where = std::to_string(static_cast<std::size_t>(line) + lines_before);
  return problem;
}

Result<SplitDocument> read_fields(std::string_view matter, std::string_view body, Fence const& fence,
                                  std::size_t lines_before) {
  auto fields = fence.parse(matter);
  if (!fields) return unexpected(located(std::move(fields.error()), lines_before));
  return SplitDocument{std::move(*fields), body, true};
}

Result<SplitDocument> split_fenced(std::string_view text, Fence const& fence) {
  auto const begin = std::min(text.find('\n'), text.size() - 1) + 1;
  for (auto at = begin; at < text.size();) {
    auto const line = line_at(text.substr(at));
    auto const next = std::min(text.find('\n', at), text.size() - 1) + 1;
    auto const bare = line.substr(0, line.find_last_not_of(" \t") + 1);
    if (bare == fence.closing || (fence.closing == "---" && bare == "...")) {
      auto result = read_fields(text.substr(begin, at - begin), text.substr(next), fence, 1);
      bool const is_prose = result && !result->fields.text.empty();  // between two rules
      return is_prose ? SplitDocument{{}, text, false} : result;
    }
    at = next;
  }
  return unexpected(
      Problem{"the front matter does not end: no line \"" + std::string(fence.closing) + "\"", "1"});
}

// The first line of `text` without spaces at its end.
std::string_view bare_line_at(std::string_view text) {
  auto const line = line_at(text);
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

// The fence that opens with the line `bare`; null if none does.
Fence const* fence_of(std::string_view bare) {
  auto const* fence = std::ranges::find(kFences, bare, &Fence::opening);
  return fence == std::end(kFences) ? nullptr : fence;
}

}  // namespace

bool begins_front_matter(std::string_view text) {
  return fence_of(bare_line_at(text)) != nullptr;
}

Result<SplitDocument> split_front_matter(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  auto const bare = bare_line_at(text);
  if (auto const* fence = fence_of(bare)) return split_fenced(text, *fence);
  if (bare.starts_with('{') && (bare.size() == 1 || bare.find('"') != std::string_view::npos)) {
    auto const end = object_end(text);
    if (end == std::string_view::npos)
      return unexpected(Problem{"the front matter does not end: no \"}\"", "1"});
    return read_fields(text.substr(0, end), text.substr(end), {"{", "}", parse_json_front_matter}, 0);
  }
  return SplitDocument{{}, text, false};
}

namespace {

class FieldReader {
 public:
  FieldReader(FrontValue const& fields, BareTags bare_tags) : fields_(fields), bare_tags_(bare_tags) {}

  [[nodiscard]] FrontMatter read() const {
    FrontMatter matter;
    matter.title = text({"title"});
    matter.slug = text({"slug"});
    matter.url = text({"url", "permalink", "path"});
    matter.language = text({"lang", "language", "locale"});
    matter.date =
        text({"date", "publishDate", "pubDate", "pubDatetime", "publishedAt", "published_at", "created"});
    matter.updated = text({"lastmod", "last_modified_at", "updated", "updatedDate", "modified", "modDatetime",
                           "last_update", "updated_at"});
    matter.expires = text({"expiryDate"});
    matter.image = image();
    matter.summary = text({"description", "summary", "excerpt"});
    matter.authors = list({"authors", "author"}, Separator::comma);
    auto const by_words = bare_tags_ == BareTags::words ? Separator::space : Separator::comma;
    matter.categories = list({"categories", "category", "series"}, by_words);
    matter.tags = list({"tags", "tag", "keywords"}, by_words);
    if (auto const* taxonomies = fields_.find("taxonomies")) {
      for (auto const& terms : taxonomies->items) append(matter.tags, terms, Separator::comma);
    }
    matter.is_unpublished =
        is("draft", true) || is("published", false) || is("permalink", false) || is("render", false);
    matter.forbids_indexing = is("noindex", true) || is("robotsNoIndex", true);
    return matter;
  }

 private:
  enum class Separator { comma, space };

  [[nodiscard]] bool is(std::string_view name, bool flag) const {
    auto const* value = fields_.find(name);
    if (!value) return false;
    auto const text = lower(value->text);
    return flag ? text == "true" || text == "yes" || text == "on"
                : text == "false" || text == "no" || text == "off";
  }

  // The first text under `names`; of a map, what it has as its name, of a list its first item.
  [[nodiscard]] std::string text(Names names) const {
    for (auto const name : names) {
      auto const* value = fields_.find(name);
      if (value && !trim(text_of(*value)).empty()) return std::string(trim(text_of(*value)));
    }
    return {};
  }

  static std::string text_of(FrontValue const& value) {
    for (auto const name : {"name", "title", "src", "path", "url", "image", "feature", "relative", "date"}) {
      if (auto const* member = value.find(name); member && !member->text.empty()) return member->text;
    }
    if (value.names.empty() && !value.items.empty()) return text_of(value.items.front());
    return value.text;
  }

  [[nodiscard]] std::string image() const {
    auto image =
        text({"image", "cover", "coverImage", "cover_image", "featured_image", "featuredImage", "heroImage",
              "hero_image", "og_image", "ogImage", "images", "thumbnail", "banner", "feature_image"});
    auto const* header = fields_.find("header");
    if (image.empty() && header)
      image = FieldReader(*header, bare_tags_).text({"image", "og_image", "teaser"});
    return image;
  }

  [[nodiscard]] std::vector<std::string> list(Names names, Separator separator) const {
    std::vector<std::string> result;
    for (auto const name : names) {
      if (auto const* value = fields_.find(name)) append(result, *value, separator);
    }
    return result;
  }

  static void append(std::vector<std::string>& result, FrontValue const& value, Separator separator) {
    if (value.names.empty() && !value.items.empty()) {
      for (auto const& item : value.items) append_one(result, text_of(item));
      return;
    }
    auto const text = text_of(value);
    bool const has_comma = text.find(',') != std::string::npos;
    auto const separators = has_comma || separator == Separator::comma ? "," : " ";
    for (auto const part : split(text, separators)) append_one(result, part);
  }

  static void append_one(std::vector<std::string>& result, std::string_view text) {
    auto name = collapse_whitespace(text);
    if (result.size() >= kMaxListed || name.empty()) return;
    if (std::ranges::find(result, name) == result.end()) result.push_back(std::move(name));
  }

  FrontValue const& fields_;
  BareTags bare_tags_;
};

}  // namespace

FrontMatter read_front_matter(FrontValue const& fields, BareTags bare_tags) {
  return FieldReader(fields, bare_tags).read();
}

}  // namespace pressmark
