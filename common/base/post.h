// A post as its source published it: what parsers produce and the archive keeps.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"

namespace pressmark {

// All text is valid UTF-8. Times are UTC and absent where the source gave none that is readable.
struct Post {
  std::string site;      // id of the site the post belongs to, e.g. "zalt.me"
  std::string guid;      // the source's identifier; unique within the site, never empty
  std::string url;       // canonical link, absolute; empty if the source has none
  std::string title;     // plain text
  std::string author;    // display name, empty if unknown
  std::string language;  // BCP 47 tag as declared ("en-US"), empty if undeclared
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::vector<std::string> categories;  // as spelled, in the source's order, without repeats
  std::string image;                    // URL, empty if none
  std::string summary;                  // HTML as published (RSS description, Atom summary)
  std::string html;                     // the content as published
  std::string source;                   // where it was read: a path or URL

  friend bool operator==(Post const&, Post const&) = default;
};

// The identity of a post: 32 hexadecimal digits, a hash of (site, guid).
[[nodiscard]] std::string post_id(std::string const& site, std::string const& guid);

}  // namespace pressmark
