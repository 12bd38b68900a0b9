// Addresses of posts as site generators make them from patterns: "/:year/:month/:slug/".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/time.h"

namespace pressmark {

// The values for the placeholders of a pattern.
struct PermalinkParts {
  std::optional<Timestamp> date;  // `:year`, `:month`, `:day` and their kin; they are left out without one
  std::string title;              // `:title`, made a slug; where the file's name has a date, that name's slug
  std::string slug;               // of the front matter; `:slug` and `:title` if not empty
  std::string file_name;          // without date and ending; `:filename`, `:name`
  std::string folder;  // below the site's root, "posts/2018"; `:sections`, its first part `:section`
  std::vector<std::string> categories;  // `:categories`
  bool dated_file = false;              // the file's name begins with a date, as Jekyll wants it
};

// The path that `pattern` gives: one with placeholders, or the name of one of Jekyll's styles (`date`,
// `pretty`, `ordinal`, `weekdate`, `none`). Placeholders are Jekyll's and Hugo's; unknown ones stay. An empty
// pattern means the generators' defaults: `date` for files whose name has a date, else folder and name
// ("/posts/a-lamp/"). Begins with '/'; no part of it is empty.
[[nodiscard]] std::string permalink_path(std::string_view pattern, PermalinkParts const& parts);

// `text` in lower case with '-' for what is neither letter nor digit: "Oil & Gas, 2nd" gives "oil-gas-2nd".
[[nodiscard]] std::string slug_of(std::string_view text);

// The name of a post's file: "2024-03-05-oil-lamps.md" has a day and the slug "oil-lamps"; "oil-lamps.en.md"
// only a slug and a language.
struct PostFileName {
  std::optional<Timestamp> day;
  std::string slug;
  std::string stem;      // the slug, with the day before it
  std::string language;  // empty if the name has none
};
[[nodiscard]] PostFileName split_file_name(std::string_view name);

}  // namespace pressmark
