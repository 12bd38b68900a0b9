// Configurations in TOML, YAML and JSON, and the names of their settings.
#include "indexer/markdown/site_configuration.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "common/base/error.h"
#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/url/url.h"
#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 20;  // of a configuration

// Where generators look, in their order.
constexpr std::string_view kPlaces[] = {"hugo.toml",
                                        "hugo.yaml",
                                        "hugo.yml",
                                        "hugo.json",
                                        "config.toml",
                                        "config.yaml",
                                        "config.yml",
                                        "config.json",
                                        "config/_default/hugo.toml",
                                        "config/_default/hugo.yaml",
                                        "config/_default/config.toml",
                                        "config/_default/config.yaml",
                                        "_config.yml",
                                        "_config.yaml",
                                        "_config.toml"};

std::string text_at(JsonValue const& map, std::string_view name) {
  auto const* const value = find_field(map, name);
  return value == nullptr ? std::string() : std::string(trim(scalar_text(*value)));
}

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void set_base(SiteLayout& layout, std::string const& url) {
  if (is_web_url(url)) set(layout.base_url, url);
}

// Patterns by section, "/" for what is in none; newer versions of Hugo have them below the kind of page.
void read_hugo_permalinks(JsonValue const& permalinks, SiteLayout& layout) {
  for (auto const& [section, value] : permalinks.members) {
    auto pattern = scalar_text(value);
    if (!pattern.empty()) layout.section_permalinks.push_back({section == "/" ? "" : section, pattern});
    if (section == "page") read_hugo_permalinks(value, layout);
  }
}

void read_hugo(JsonValue const& settings, SiteLayout& layout) {
  set_base(layout, text_at(settings, "baseURL"));
  if (auto const* const permalinks = find_field(settings, "permalinks");
      permalinks && layout.permalink.empty()) {
    read_hugo_permalinks(*permalinks, layout);
  }
  auto const language = text_at(settings, "defaultContentLanguage");
  set(layout.default_language, language.empty() ? "en" : language);
  layout.has_language_folders = text_at(settings, "defaultContentLanguageInSubdir") == "true";
  layout.ugly_urls = text_at(settings, "uglyURLs") == "true";
}

// The pattern that `defaults` sets for all posts.
std::string jekyll_default(JsonValue const& settings) {
  auto const* const defaults = find_field(settings, "defaults");
  if (defaults == nullptr) return {};
  for (auto const* const entry : values_in(*defaults)) {
    auto const* const scope = find_field(*entry, "scope");
    auto const* const values = find_field(*entry, "values");
    if (scope == nullptr || values == nullptr) continue;
    auto const path = text_at(*scope, "path");
    auto const type = text_at(*scope, "type");
    bool const is_of_posts = (type == "posts" && path.empty()) || path == kJekyllPosts;
    auto pattern = text_at(*values, "permalink");
    if (is_of_posts && !pattern.empty()) return pattern;
  }
  return {};
}

void read_jekyll(JsonValue const& settings, SiteLayout& layout) {
  auto base = text_at(settings, "url");
  auto const path = text_at(settings, "baseurl");
  if (!path.empty() && path != "/") base += (path.starts_with('/') ? "" : "/") + path;
  set_base(layout, base);
  auto const posts = jekyll_default(settings);
  if (!posts.empty() && layout.permalink.empty()) {
    layout.section_permalinks.push_back({std::string(kJekyllPosts), posts});
  }
  set(layout.permalink, text_at(settings, "permalink"));
}

void read_settings(std::string_view place, JsonValue const& settings, SiteLayout& layout) {
  if (place.starts_with("_config")) {
    layout.generator = SiteGenerator::jekyll;
    read_jekyll(settings, layout);
  } else if (find_field(settings, "base_url") != nullptr) {
    layout.generator = SiteGenerator::zola;
    set_base(layout, text_at(settings, "base_url"));
    auto const language = text_at(settings, "default_language");
    set(layout.default_language, language.empty() ? "en" : language);
  } else if (find_field(settings, "baseURL") != nullptr) {
    layout.generator = SiteGenerator::hugo;
    read_hugo(settings, layout);
  }
}

Result<JsonValue> parse_settings(std::string_view place, std::string_view text) {
  if (place.ends_with(".toml")) return parse_toml_front_matter(text);
  return place.ends_with(".json") ? parse_json_front_matter(text) : parse_yaml_front_matter(text);
}

std::optional<Problem> read_file(std::string_view place, std::string const& file, OpenFile const& open,
                                 SiteLayout& layout) {
  try {
    auto const bytes = open(file);
    auto const settings = parse_settings(place, valid_utf8(head_of(*bytes, kMaxBytes)));
    if (settings) {
      read_settings(place, *settings, layout);
      return std::nullopt;
    }
    auto const& line = settings.error().where;
    return Problem{"the site's configuration cannot be read, so its addresses are not known",
                   line.empty() ? file : file + ":" + line};
  } catch (Error const& error) {
    if (error.code() != ErrorCode::source_missing && error.code() != ErrorCode::bad_source) throw;
    return Problem{error.what(), file};
  }
}

}  // namespace

std::optional<Problem> complete_from_configuration(SiteLayout& layout, std::vector<std::string> const& files,
                                                   OpenFile const& open) {
  std::array<std::string const*, std::size(kPlaces)> found{};
  for (auto const& file : files) {
    auto const place = std::ranges::find(kPlaces, path_below_root(layout, file));
    if (place != std::end(kPlaces)) found[static_cast<std::size_t>(place - kPlaces)] = &file;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] == nullptr) continue;
    auto problem = read_file(kPlaces[i], *found[i], open, layout);
    if (problem || layout.generator != SiteGenerator::unknown) return problem;
  }
  return std::nullopt;
}

}  // namespace pressmark
