// The names under which site generators and their themes have the fields of a post.
#include "indexer/markdown/front_fields.h"

#include <algorithm>
#include <initializer_list>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kMaxListed = 1'000;  // authors or tags of one post

class FieldReader {
 public:
  FieldReader(JsonValue const& fields, BareTags bare_tags) : fields_(fields), bare_tags_(bare_tags) {}

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
    if (auto const* taxonomies = find_field(fields_, "taxonomies")) {
      for (auto const* terms : values_in(*taxonomies)) append(matter.tags, *terms, Separator::comma);
    }
    matter.is_unpublished =
        says_yes("draft") || says_no("published") || says_no("permalink") || says_no("render");
    matter.forbids_indexing = says_yes("noindex") || says_yes("robotsNoIndex");
    return matter;
  }

 private:
  enum class Separator { comma, space };

  [[nodiscard]] bool says_yes(std::string_view name) const { return says(name, {"true", "yes", "on"}); }
  [[nodiscard]] bool says_no(std::string_view name) const { return says(name, {"false", "no", "off"}); }

  [[nodiscard]] bool says(std::string_view name, Names words) const {
    auto const* value = find_field(fields_, name);
    return value && std::ranges::find(words, lower(scalar_text(*value))) != words.end();
  }

  // The first text under `names`; of a map, what it has as its name, of a list its first item.
  [[nodiscard]] std::string text(Names names) const {
    for (auto const name : names) {
      auto const* value = find_field(fields_, name);
      if (value && !trim(text_of(*value)).empty()) return std::string(trim(text_of(*value)));
    }
    return {};
  }

  static std::string text_of(JsonValue const& value) {
    for (auto const name : {"name", "title", "src", "path", "url", "image", "feature", "relative", "date"}) {
      auto const* const member = find_field(value, name);
      if (member && !scalar_text(*member).empty()) return scalar_text(*member);
    }
    return value.elements.empty() ? scalar_text(value) : text_of(value.elements.front());
  }

  [[nodiscard]] std::string image() const {
    auto image =
        text({"image", "cover", "coverImage", "cover_image", "featured_image", "featuredImage", "heroImage",
              "hero_image", "og_image", "ogImage", "images", "thumbnail", "banner", "feature_image"});
    auto const* header = find_field(fields_, "header");
    if (image.empty() && header)
      image = FieldReader(*header, bare_tags_).text({"image", "og_image", "teaser"});
    return image;
  }

  [[nodiscard]] std::vector<std::string> list(Names names, Separator separator) const {
    std::vector<std::string> result;
    for (auto const name : names) {
      if (auto const* value = find_field(fields_, name)) append(result, *value, separator);
    }
    return result;
  }

  static void append(std::vector<std::string>& result, JsonValue const& value, Separator separator) {
    if (!value.elements.empty()) {
      for (auto const& item : value.elements) append_one(result, text_of(item));
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

  JsonValue const& fields_;
  BareTags bare_tags_;
};

}  // namespace

FrontMatter read_front_matter(JsonValue const& fields, BareTags bare_tags) {
  return FieldReader(fields, bare_tags).read();
}

}  // namespace pressmark
