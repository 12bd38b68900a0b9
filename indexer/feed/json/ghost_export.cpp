// The tables of a Ghost database, joined.
#include "indexer/feed/json/ghost_export.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/strings/number_text.h"
#include "common/strings/text_list.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/decode/text_markup.h"
#include "indexer/feed/json/ghost_content.h"
#include "indexer/feed/json/json_post_reader.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxRows = 2'000'000;  // of all tables but the posts
constexpr std::array<std::string_view, 5> kTables = {"tags", "users", "posts_tags", "posts_authors",
                                                     "settings"};
constexpr std::string_view kSitePlaceholder = "__GHOST_URL__";

// The path below the tables: "posts/*" for "db/*/data/posts/*"; nothing outside.
std::optional<std::string_view> path_in_tables(std::string_view path) {
  for (std::string_view const prefix : {"db/*/data/", "data/"}) {
    if (path.starts_with(prefix)) return path.substr(prefix.size());
  }
  return std::nullopt;
}

// Which rows of one table belong to each row of another, in an order that the join table says.
class Join {
 public:
  void add(JsonValue const& row, std::string_view from, std::string_view to) {
    auto const position = leading_number<int>(row.text_of("sort_order")).value_or(0);
    rows_[row.text_of(from)].emplace_back(position, row.text_of(to));
  }

  // The names in `names` of what belongs to `id`.
  [[nodiscard]] std::vector<std::string> names(
      std::string const& id, std::unordered_map<std::string, std::string> const& names) const {
    std::vector<std::string> found;
    auto const rows = rows_.find(id);
    if (rows == rows_.end()) return found;
    auto sorted = rows->second;
    std::sort(sorted.begin(), sorted.end());
    for (auto const& [position, other] : sorted) {
      auto const name = names.find(other);
      if (name == names.end() || name->second.empty()) continue;
      if (std::find(found.begin(), found.end(), name->second) == found.end()) found.push_back(name->second);
    }
    return found;
  }

 private:
  std::unordered_map<std::string, std::vector<std::pair<int, std::string>>> rows_;
};

// Why not everybody may read the post; empty if everybody may.
std::string kept_back(JsonValue const& row) {
  auto const status = row.text_of("status");
  if (status == "draft") return "a draft";
  if (status == "scheduled") return "scheduled";
  if (status == "sent") return "a newsletter only";
  if (!status.empty() && status != "published") return "not published";
  auto const visibility = row.text_of("visibility");
  return visibility.empty() || visibility == "public" ? "" : "for members only";
}

class GhostReader final : public JsonPostReader {
 public:
  GhostReader(ParseOptions const& options, TakePost const& take)
      : JsonPostReader(options, take, "Ghost export: it has no table of posts") {
    bool const is_domain = options.site.find('.') != std::string::npos;
    base_ = is_web_url(options.site) ? options.site : is_domain ? "https://" + options.site : std::string();
    while (base_.ends_with('/')) base_.pop_back();
    site_ = site_of(options, {});
  }

  JsonStep step(std::string_view path) override {
    constexpr std::array<std::string_view, 5> kWay = {"", "db", "db/*", "db/*/data", "data"};
    if (std::find(kWay.begin(), kWay.end(), path) != kWay.end()) return JsonStep::enter;
    auto const table = path_in_tables(path);
    if (!table) return JsonStep::skip;
    if (*table == "posts") has_posts_ = true;
    if (*table == "posts/*") return JsonStep::take;
    if (*table == "posts") return JsonStep::enter;
    auto const name = table->substr(0, table->find('/'));
    if (is_second_pass() || std::find(kTables.begin(), kTables.end(), name) == kTables.end()) {
      return JsonStep::skip;
    }
    if (*table == name) return JsonStep::enter;
    return ++rows_ <= kMaxRows ? JsonStep::take : JsonStep::skip;
  }

  void take(std::string_view path, JsonValue&& row, std::size_t line) override {
    auto const table = path_in_tables(path).value_or("");
    if (table == "posts/*") {
      admission().admit(read_post(row), {.line = line});
    } else if (table == "tags/*") {
      // Tags that begin with '#' are for the site's makers.
      auto const name = collapse_whitespace(row.text_of("name"));
      if (row.text_of("visibility") != "internal" && !name.starts_with('#')) tags_[row.text_of("id")] = name;
    } else if (table == "users/*") {
      users_[row.text_of("id")] = collapse_whitespace(row.text_of("name"));
    } else if (table == "posts_tags/*") {
      post_tags_.add(row, "post_id", "tag_id");
    } else if (table == "posts_authors/*") {
      post_authors_.add(row, "post_id", "author_id");
    } else if (table == "settings/*") {
      read_setting(row.text_of("key"), row.text_of("value"));
    }
  }

  void too_large(std::string_view path, std::size_t line) override {
    if (path_in_tables(path) != "posts/*") return;
    admission().refuse(
        "the post is beyond the limit of " + std::to_string(options().limits.item_bytes) + " bytes",
        {.line = line});
  }

 private:
  [[nodiscard]] bool has_posts() const override { return has_posts_; }

  void read_setting(std::string_view key, std::string const& value) {
    if (key == "locale" || key == "lang" || key == "default_locale" || key == "defaultLang")
      language_ = value;
  }

  [[nodiscard]] FeedItem read_post(JsonValue const& row) const {
    FeedItem item;
    item.kept_back = kept_back(row);
    auto& post = item.post;
    post.site = site_;
    post.guid = row.text_of("id");  // as in the feed that Ghost makes
    auto const id = post.guid;
    post.title = collapse_whitespace(row.text_of("title"));
    post.url = url_of(row);
    post.author = join(post_authors_.names(id, users_));
    if (auto const user = users_.find(row.text_of("author_id"));
        post.author.empty() && user != users_.end()) {
      post.author = user->second;
    }
    post.language = row.text_of("locale");
    if (post.language.empty()) post.language = language_;
    post.published = time_of(row, "published_at", item.flaws);
    post.updated = time_of(row, "updated_at", item.flaws);
    post.categories = post_tags_.names(id, tags_);
    post.image = web_address(row.text_of("feature_image"));
    post.summary = escape_markup(row.text_of("custom_excerpt"));
    post.html = with_site(ghost_html(row, options().limits));
    return item;
  }

  // RFC 3339 or "2021-03-01 10:00:00"; in the first versions, milliseconds since 1970.
  static std::optional<Timestamp> time_of(JsonValue const& row, std::string_view column,
                                          std::vector<std::string>& flaws) {
    auto const text = row.text_of(column);
    auto const milliseconds = text.size() > 8 ? parse_number<std::int64_t>(text) : std::nullopt;
    if (!milliseconds) return date_of(row, column, flaws);
    return std::chrono::floor<std::chrono::seconds>(Timestamp{} + std::chrono::milliseconds{*milliseconds});
  }

  [[nodiscard]] std::string url_of(JsonValue const& row) const {
    auto const canonical = web_address(row.text_of("canonical_url"));
    auto const slug = row.text_of("slug");
    if (!canonical.empty()) return canonical_url(canonical);
    return base_.empty() || slug.empty() ? std::string() : canonical_url(base_ + "/" + slug + "/");
  }

  [[nodiscard]] std::string web_address(std::string const& reference) const {
    if (reference.empty()) return {};
    auto url = resolve_url(base_.empty() ? base_ : base_ + "/", with_site(reference));
    return is_web_url(url) ? url : std::string();
  }

  // Ghost writes a placeholder for the site's own address.
  [[nodiscard]] std::string with_site(std::string text) const {
    for (auto at = text.find(kSitePlaceholder); at != std::string::npos;
         at = text.find(kSitePlaceholder, at + base_.size())) {
      text.replace(at, kSitePlaceholder.size(), base_);
    }
    return text;
  }

  std::string base_;  // the site's address without '/' at its end; empty if not known
  std::string site_;
  std::string language_;
  std::unordered_map<std::string, std::string> tags_;   // names by id
  std::unordered_map<std::string, std::string> users_;  // names by id
  Join post_tags_;
  Join post_authors_;
  std::size_t rows_ = 0;
  bool has_posts_ = false;
};

}  // namespace

FeedReport parse_ghost_export(ByteStream& text, ParseOptions const& options, TakePost const& take) {
  return GhostReader(options, take).read(text);
}

}  // namespace pressmark
